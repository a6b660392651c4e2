import type { APIRoute } from 'astro';
import ts from 'typescript';
import embedFrame from '../../client/embed-frame.ts?raw';
import readingMode from '../../client/reading-mode.ts?raw';
import storySteps from '../../client/story-steps.ts?raw';
import themeChoice from '../../client/theme-choice.ts?raw';

// These scripts keep an address of their own, as classic scripts: a module could not run before the first paint, nor in
// a frame whose origin the host has taken away.
const SCRIPTS: Record<string, string> = {
  'embed-frame': embedFrame,
  'reading-mode': readingMode,
  'story-steps': storySteps,
  'theme-choice': themeChoice,
};

export const getStaticPaths = () => Object.keys(SCRIPTS).map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) => {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    removeComments: true,
  };
  const { outputText } = ts.transpileModule(SCRIPTS[params.name as string] ?? '', { compilerOptions });
  const script = outputText.replace(/^ +/gm, '').replace(/^export \{\};\n/m, '');
  return new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
};

import { createHash } from 'node:crypto';
import ts from 'typescript';
import embedFrame from '../client/embed-frame.ts?raw';
import embedHost from '../client/embed-host.ts?raw';
import knownAt from '../client/known-at.ts?raw';
import offlineWorker from '../client/offline-worker.ts?raw';
import readingMode from '../client/reading-mode.ts?raw';
import storySteps from '../client/story-steps.ts?raw';
import themeChoice from '../client/theme-choice.ts?raw';
import tickOf from '../client/tick-of.ts?raw';

// These scripts keep an address of their own, as classic scripts: a module could not run before the first paint, nor in
// a frame whose origin the host has taken away, nor be pasted by a journalist.
const SCRIPTS = {
  'embed-frame': embedFrame,
  'embed-host': embedHost,
  'known-at': tickOf + knownAt,
  'offline-worker': offlineWorker,
  'reading-mode': readingMode,
  'story-steps': storySteps,
  'theme-choice': themeChoice,
};
export type ScriptName = keyof typeof SCRIPTS;

/** The script as browsers get it. */
export function classicScript(name: ScriptName): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    removeComments: true,
  };
  const { outputText } = ts.transpileModule(SCRIPTS[name], { compilerOptions });
  return outputText.replace(/^ +/gm, '').replace(/^import .*\n|^export \{\};\n|^export /gm, '');
}

/** What a page that loads the script from another host can check it by (W3C Subresource Integrity). */
export const integrityOf = (script: string): string =>
  `sha384-${createHash('sha384').update(script).digest('base64')}`;

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// These scripts are classic scripts: a module could not run before the first paint, nor in a frame whose origin the host
// has taken away, nor be pasted by a journalist. All but one have an address of their own.
/** The files of `src/client/` that each is made of, in their order. */
const SCRIPTS = {
  'embed-frame': ['embed-frame'],
  'embed-host': ['embed-host'],
  'known-at': ['tick-of', 'known-at'],
  'offline-worker': ['offline-worker'],
  'story-steps': ['reading-mode', 'story-steps'],
  // stands in every page, before anything is painted
  'theme-choice': ['theme-choice'],
};
export type ScriptName = keyof typeof SCRIPTS;

const made = new Map<string, string>();

/** The script as browsers get it. */
export function classicScript(name: ScriptName): string {
  const source = SCRIPTS[name]
    .map((file) => readFileSync(join(process.cwd(), 'src/client', `${file}.ts`), 'utf8'))
    .join('');
  const known = made.get(source);
  if (known) return known;
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    removeComments: true,
  };
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  const script = outputText.replace(/^ +/gm, '').replace(/^import .*\n|^export \{\};\n|^export /gm, '');
  made.set(source, script);
  return script;
}

/** What a page that loads the script from another host can check it by (W3C Subresource Integrity). */
export const integrityOf = (script: string): string => digest('sha384', script);

/** How a policy names what stands in a page and may run or style it. */
export const hashOf = (inline: string): string => `'${digest('sha256', inline)}'`;

const digest = (method: string, text: string) =>
  `${method}-${createHash(method).update(text).digest('base64')}`;

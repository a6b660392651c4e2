// Packages that are needed only to make committed files (geometry, fonts): installed beside the project's own,
// at exact versions, so that the same command gives the same bytes later.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { run, stop } from './run.mjs';

const FOLDER = resolve('.build/workshop');

/** Every package a maker or benchmark uses, with its version. */
export const PACKAGES = {
  mapshaper: '0.7.70',
  'turkey-district-maps-3': '1.1.2',
  'world-atlas': '2.0.2',
  metrostations: '6.0.0',
  'subset-font': '2.9.0',
  '@d3fc/d3fc-label-layout': '7.0.4',
  '@dagrejs/dagre': '3.1.3',
  elkjs: '0.12.1',
  webcola: '3.4.0',
  '@observablehq/plot': '0.6.17',
  d3: '7.9.2',
  scrollama: '3.2.0',
  'topojson-client': '3.1.0',
  'source-sans': '3.52.0',
  'source-serif': '4.5.1',
} as const;

export interface Workshop {
  /** Loads a CommonJS module of the workshop. */
  require: NodeJS.Require;
  /** The absolute path of a file in a workshop package. */
  path: (file: string) => string;
}

/** True where the workshop's packages are already installed. */
export const workshopIsOpen = () =>
  Object.keys(PACKAGES).every((name) => existsSync(resolve(FOLDER, 'node_modules', name, 'package.json')));

/** Installs the workshop where it is missing. Stops the program when that cannot be done. */
export async function openWorkshop(): Promise<Workshop> {
  if (!workshopIsOpen()) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(resolve(FOLDER, 'package.json'), JSON.stringify({ private: true }));
    const names = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
    // The district package asks for React, which its data does not need.
    const flags = ['--ignore-scripts', '--omit=optional', '--legacy-peer-deps', '--save-exact'];
    const { code, output } = await run(
      'Installing the workshop',
      'npm',
      ['install', '--prefix', FOLDER, ...flags, ...names],
      { cwd: FOLDER },
    );
    if (code !== 0) stop('The packages that make geometry and fonts could not be installed.', output);
  }
  const require = createRequire(resolve(FOLDER, 'package.json'));
  return { require, path: (file) => resolve(FOLDER, 'node_modules', file) };
}

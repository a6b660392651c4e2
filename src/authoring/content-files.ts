import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where `content/` is read from: the disk, or a test's memory. Paths start at the project's root. */
export interface ContentFiles {
  /** The text of a file, or nothing when there is none. */
  read: (file: string) => string | undefined;
  /** All files below a folder, sorted; hidden ones left out. */
  list: (folder: string) => string[];
}

/** The files on disk under a root folder. Text that is not UTF-8 keeps a replacement character, which the check refuses. */
export function diskFiles(root: string): ContentFiles {
  return {
    read: (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined),
    list: (folder) => {
      const path = join(root, folder);
      if (!existsSync(path)) return [];
      return readdirSync(path, { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .filter((file) => !/\/\./.test(file) && statSync(join(root, file)).isFile())
        .sort();
    },
  };
}

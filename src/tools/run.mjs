// Runs another program quietly: its output is kept, and shown only when it fails.
import { spawn } from 'node:child_process';

/**
 * Prints `title` at once, a dot every ten seconds, and how long it took at the end.
 *
 * @param {string} title what is being done, for the person waiting
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, silent?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string, seconds: number }>} never rejects; a program that cannot be
 *   started has code 127
 */
export function run(title, command, args, options = {}) {
  const started = Date.now();
  const say = (text) => options.silent || process.stdout.write(text);
  say(`${title} …`);
  const dots = setInterval(() => say('.'), 10_000);
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell can start
      shell: process.platform === 'win32' && command === 'npm',
    });
    const end = (code) => {
      clearInterval(dots);
      const seconds = Math.round((Date.now() - started) / 100) / 10;
      say(code === 0 ? ` ${seconds} s\n` : ' failed\n');
      resolve({ code, output, seconds });
    };
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => {
      output += String(error);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Stops with one plain sentence, and the last lines of a program's own words where there are any. */
export function stop(sentence, output = '') {
  const tail = output.trim().split('\n').slice(-12).join('\n');
  process.stderr.write(`\n${sentence}\n${tail ? `\n${tail}\n` : ''}`);
  process.exit(1);
}

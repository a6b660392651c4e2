import type { FullResult, Reporter, TestCase, TestResult } from 'playwright/types/testReporter';

/** Quiet when all is well: what the tests print, every failure in full, where the time went, and one closing line. */
export default class QuietReporter implements Reporter {
  #counts = { passed: 0, failed: 0, skipped: 0 };
  /** What the tests of each file took in each browser, ms. */
  #times = new Map<string, number>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, project = '', file = ''] = test.titlePath();
    const name = `${file} (${project})`;
    this.#times.set(name, (this.#times.get(name) ?? 0) + result.duration);
    if (result.status === 'skipped') this.#counts.skipped++;
    else if (test.outcome() === 'unexpected') {
      this.#counts.failed++;
      console.log(`\n✗ ${test.titlePath().filter(Boolean).join(' › ')}`);
      for (const { message, stack } of result.errors)
        console.log((stack ?? message ?? '').replace(/^/gm, '    '));
    } else this.#counts.passed++;
  }

  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onError(error: { message?: string; stack?: string }): void {
    console.log(error.stack ?? error.message);
  }

  onEnd(result: FullResult): void {
    const { passed, failed, skipped } = this.#counts;
    const times = [...this.#times].sort(([, a], [, b]) => b - a);
    const seconds = (ms: number) => Math.round(ms / 1000);
    const longest = times.slice(0, 12).map(([name, ms]) => `${name} ${seconds(ms)}`);
    const all = seconds(times.reduce((sum, [, ms]) => sum + ms, 0));
    if (all > 60) console.log(`Seconds of tests: ${all}, of these ${longest.join(', ')}`);
    if (result.status === 'timedout') console.log('The tests ran out of time.');
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}

import type { FullResult, Reporter, TestCase, TestResult } from 'playwright/types/testReporter';

/** Quiet when all is well: what the tests print, every failure in full, and one closing line. */
export default class QuietReporter implements Reporter {
  #counts = { passed: 0, failed: 0, skipped: 0 };

  onTestEnd(test: TestCase, result: TestResult): void {
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
    if (result.status === 'timedout') console.log('The tests ran out of time.');
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}

const fs = require('node:fs');

/**
 * Closes a run with `N passed, N failed`. A file that could not be loaded counts as one failure, and so does a test that was
 * skipped or left to do, unless the run itself asked for a part by name.
 * Under scripts/test.mjs, which counts the other gates too, the figures go to the file named by SELARAS_TEST_SUMMARY instead.
 */
module.exports = class ClosingLine {
  constructor(globalConfig) {
    this.partial = Boolean(globalConfig.testNamePattern);
  }

  onRunComplete(_contexts, results) {
    const left = this.partial
      ? []
      : results.testResults.flatMap((file) => file.testResults.filter((test) => ['pending', 'todo', 'disabled'].includes(test.status)));
    for (const test of left) console.log(`not run, which counts as failed: ${test.fullName}`);
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + left.length;
    this.incomplete = left.length > 0;
    const summary = process.env.SELARAS_TEST_SUMMARY;
    if (summary) fs.writeFileSync(summary, JSON.stringify({ passed, failed }));
    // Jest has its own summary and the teardown still to come: the last word is said on the way out.
    else process.once('exit', () => fs.writeSync(1, `${passed} passed, ${failed} failed\n`));
  }

  getLastError() {
    return this.incomplete ? new Error('some tests were not run') : undefined;
  }
};

const { allHandlersFinished, condition, continueAsNew, defineUpdate, defineQuery, setHandler, workflowInfo } = require('@temporalio/workflow');

const step = defineUpdate('step');
const counted = defineQuery('counted');

/** Counts its updates and knows nothing else: what a bare Update of an empty workflow costs, and whether one is lost or doubled. */
exports.counter = async function counter(start) {
  let count = start;
  setHandler(step, () => ++count);
  setHandler(counted, () => count);
  await condition(() => workflowInfo().continueAsNewSuggested && allHandlersFinished());
  await continueAsNew(count);
};

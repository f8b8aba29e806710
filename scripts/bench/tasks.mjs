// What the page's own threads had to do, by the processor's time: on a machine that does other things besides, the clock tells of
// these.

/**
 * What comes of some work, and milliseconds of the longest task until the mark `arrived` is set and after it.
 * @returns {Promise<{ result: T, reading: number, drawing: number }>}
 * @template T
 */
export async function traced(page, work) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const includedCategories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordUntilFull', includedCategories },
  });
  const result = await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return { result, ...tasksIn(events) };
}

function tasksIn(events) {
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain';
  const mains = new Set(events.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(
    ({ name, pid, tid, tdur }) =>
      name === 'RunTask' && tdur !== undefined && mains.has(`${pid} ${tid}`),
  );
  const arrived = events.find(({ name }) => name === 'arrived')?.ts ?? Number.POSITIVE_INFINITY;
  const longest = (some) => Math.max(0, ...some.map(({ tdur }) => tdur)) / 1_000;
  return {
    reading: longest(tasks.filter(({ ts, dur }) => ts + dur <= arrived)),
    drawing: longest(tasks.filter(({ ts, dur }) => ts + dur > arrived)),
  };
}

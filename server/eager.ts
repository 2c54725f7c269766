// How a process that plays exercises by the hundred has its code optimised: sooner than V8 would by itself.
import { setFlagsFromString } from 'node:v8';

/**
 * An exercise runs through some two thousand functions of the rules, most of them a few dozen times. V8 waits for programs with fewer and hotter ones: by its own
 * thresholds (400, 3000 and 500 calls) much of the rules is still slow code after a hundred exercises. A server, whose exercises last an hour, has no use for it.
 */
const SOONER = ['--invocation-count-for-maglev=20', '--invocation-count-for-turbofan=500', '--minimum-invocations-after-ic-update=20'];
/** The Node that the project brings; others may not know the flags. */
const KNOWN_SINCE = 26;

/** For this process and the threads it starts. */
export function optimiseEagerly(): void {
  if (Number(process.versions.node.split('.')[0]) >= KNOWN_SINCE) for (const flag of SOONER) setFlagsFromString(flag);
}

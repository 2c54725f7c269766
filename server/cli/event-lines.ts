// What happened, in one compact English line an event, for the command line.
import type { EventType } from '../../shared/model/events.ts';
import type { EventView } from '../../shared/view/event-for.ts';
import type { Named } from '../../shared/view/named.ts';

type Data = Record<string, never>;
type Line = (data: Data) => string;

const list = (seats: readonly string[]) => seats.join(', ');
const packages = (all: readonly { domain: string; count: number; as?: string }[]) => all.filter(({ count }) => count > 0).map(({ domain, count, as }) => `${count} ${domain}${as ? ` as ${as}` : ''}`).join(', ') || 'nothing';
const report = ({ threat, claim, reliability, credibility, marking }: Record<string, string>) => `${marking} report ${reliability}${credibility} on ${threat}: ${claim}`;

const because = (reason = '') => (reason === '' ? '' : `: ${reason}`);

const noted = (texts: Record<string, string> = {}) => `${[texts['rating'], texts['seat'], texts['objective']].filter(Boolean).join(' ')}: ${texts['text'] ?? '(text not kept)'}`.replace(/^: /, '');

/** Events that make up the story; bookkeeping and numbers have no line. */
const LINES: Partial<Record<EventType, (data: never) => string>> = {
  truthDrawn: ({ truths }: { truths: Record<string, string> }) => `hidden truth: ${Object.entries(truths).map(([threat, truth]) => `${threat} = ${truth}`).join(', ')}`,
  practiceStarted: () => 'a practice turn is held, and thrown away',
  seatHandedToBot: ({ seat, character }: Record<string, string>) => `${seat} is played by a bot (${character})`,
  seatTaken: ({ seat }: Record<string, string>) => `somebody takes the seat of ${seat}`,
  seatLeft: ({ seat }: Record<string, string>) => `somebody leaves the seat of ${seat}`,
  clockPaused: ({ reason }: Record<string, string>) => `paused${reason ? `: ${reason}` : ''}`,
  clockResumed: ({ reason }: { reason?: string }) => `resumed${because(reason)}`,
  phaseExtended: ({ seconds, reason }: { seconds: number; reason?: string }) => `the phase is ${seconds < 0 ? 'shortened' : 'extended'} by ${Math.abs(seconds)} s${because(reason)}`,
  phaseCutShort: ({ phase, reason }: Record<string, string>) => `control goes on from ${phase}${because(reason)}`,
  breakCalled: ({ minutes, reason }: { minutes: number; reason: string }) => `a break of ${minutes} min${because(reason)}`,
  breakExtended: ({ minutes, reason }: { minutes: number; reason: string }) => `the break is changed by ${minutes} min${because(reason)}`,
  deadlinesMoved: ({ deadlines, because: cause, reason }: { deadlines: { turn: number; phase: string; at: number }[]; because: string; reason: string }) => `dates move (${cause}): ${list(deadlines.map(({ turn, phase, at }) => `turn ${turn} ${phase} ${new Date(at).toISOString()}`))}${because(reason)}`,
  ordersAwaited: ({ seats }: { seats: string[] }) => `the lock waits for the orders of ${list(seats)}`,
  ordersStoodIn: ({ seat, by, orders }: { seat: string; by: string; orders: number }) => `${seat} is late: ${orders} orders by ${by}`,
  exerciseEnded: ({ early, reason }: { early: boolean; reason?: string }) => `the exercise ends${early ? ' early' : ''}${because(reason)}`,
  redLineBroken: ({ seat, redLine }: Record<string, string>) => `${seat} crosses its red line ${redLine}`,
  invitationSent: ({ invitation }: { invitation: { action: string; from: string; to: string[] } }) => `${invitation.from} proposes ${invitation.action} to ${list(invitation.to)}`,
  invitationAnswered: ({ seat, accept, action }: { seat: string; accept: boolean; action?: string }) => `${seat} ${accept ? 'accepts' : 'declines'}${action ? ` ${action}` : ''}`,
  orderCancelled: ({ seat, action, reason }: Record<string, string>) => `${seat}: ${action} is cancelled (${reason})`,
  messageSent: ({ message, texts }: { message: { from: string; persona: string | null; to: string[] }; texts?: { text?: string } }) => `${message.persona ?? message.from} to ${list(message.to)}: ${texts?.text ?? '(text not kept)'}`,
  visitHeld: ({ from, to }: Record<string, string>) => `${from} visits ${to}`,
  visitRefused: ({ from, to }: Record<string, string>) => `${to} does not receive ${from}`,
  channelOpened: ({ parties, channel }: { parties: string[]; channel: string }) => `${list(parties)} open a ${channel}`,
  channelUnanswered: ({ from, to, channel }: Record<string, string>) => `${to} does not answer ${from} about a ${channel}`,
  demarcheMade: ({ from, to, public: open }: { from: string; to: string; public: boolean }) => `${from} protests to ${to}${open ? ' in public' : ''}`,
  reconciliationMade: ({ from, to }: Record<string, string>) => `${from} and ${to} reconcile`,
  reconciliationRefused: ({ from, to }: Record<string, string>) => `${to} does not accept the apology of ${from}`,
  incidentCleared: ({ crisis, by }: { crisis: string; by: string[] }) => `${list(by)} clear the incident in ${crisis}`,
  instrumentTabled: ({ by, parties, kind, title }: { by: string; parties: string[]; kind: string; title: string }) => `${by} tables the ${kind} "${title}" among ${list(parties)}`,
  instrumentAmended: ({ by, version, title }: { by: string; version: number; title: string }) => `${by} amends "${title}" to version ${version}`,
  instrumentSigned: ({ seat, instrument, version }: { seat: string; instrument: string; version: number }) => `${seat} signs version ${version} of instrument ${instrument}`,
  instrumentRatified: ({ seat, instrument, price }: { seat: string; instrument: string; price: number }) => `${seat} ratifies instrument ${instrument} for ${price} political capital`,
  instrumentEnteredIntoForce: ({ instrument }: Record<string, string>) => `instrument ${instrument} enters into force`,
  instrumentSuspended: ({ instrument, seat, lawful }: { instrument: string; seat: string; lawful: boolean }) => `${seat} suspends instrument ${instrument}, ${lawful ? 'lawfully' : 'unlawfully'}`,
  withdrawalNotified: ({ instrument, seat, effective }: { instrument: string; seat: string; effective: number }) => `${seat} leaves instrument ${instrument} in turn ${effective}`,
  partyLeft: ({ instrument, seat }: Record<string, string>) => `${seat} has left instrument ${instrument}`,
  instrumentEnded: ({ instrument, reason }: Record<string, string>) => `instrument ${instrument} ends (${reason})`,
  instrumentLapsed: ({ instrument }: Record<string, string>) => `instrument ${instrument} lapses`,
  obligationFound: ({ finding, instrument = finding.instrument }: { finding: { seat: string; kind: string; result: string; instrument: string }; instrument?: string }) => `${finding.seat}: ${finding.kind} ${finding.result} (instrument ${instrument})`,
  reportCollected: ({ seat, report: made }: { seat: string; report: Record<string, string> }) => `${seat} collects a ${report(made)}`,
  reportDelivered: ({ seat, report: held }: { seat: string; report: Record<string, string> }) => `${seat} receives a ${report(held)}`,
  reportShared: ({ from, to, event }: { from: string; to: string[]; event: string }) => `${from} shares ${event} with ${list(to)}`,
  illicitShareMade: ({ from, to, event }: { from: string; to: string[]; event: string }) => `${from} should not have shared ${event} with ${list(to)}`,
  reportSanitised: ({ seat, report: made }: { seat: string; report: Record<string, string> }) => `${seat} sanitises a ${report(made)}`,
  reportsFused: ({ parties, threat }: { parties: string[]; threat: string }) => `${list(parties)} pool their reports on ${threat}`,
  illicitShareDiscovered: ({ from }: Record<string, string>) => `a share by ${from} that broke the rules is discovered`,
  sourceBurned: ({ seat, source }: Record<string, string>) => `source ${source} of ${seat} is burned`,
  leakOccurred: ({ seat, traced }: { seat: string; traced: boolean }) => `a report leaks from ${seat}${traced ? ', and is traced' : ''}`,
  attributionMade: ({ seat, threat, claim, accused }: Record<string, string>) => `${seat} attributes ${threat} to ${claim}${accused ? `, by ${accused}` : ''}`,
  attributionJudged: ({ seat, threat, right }: { seat: string; threat: string; right: boolean }) => `${seat} is ${right ? 'right' : 'wrong'} about ${threat}`,
  warningGiven: ({ seat, threat, turn, type }: { seat: string; threat: string; turn: number; type: string }) => `${seat} is warned of ${threat} in turn ${turn}: ${type}`,
  exerciseHeld: ({ parties, domain, region }: { parties: string[]; domain: string; region: string }) => `${list(parties)} hold an exercise (${domain}) in ${region}`,
  invested: ({ parties, domain }: { parties: string[]; domain: string }) => `${list(parties)} invest in ${domain}`,
  trained: ({ seat }: Record<string, string>) => `${seat} trains`,
  hardened: ({ seat }: Record<string, string>) => `${seat} hardens its networks`,
  courseHeld: ({ provider, trainee, domain }: Record<string, string>) => `${provider} teaches ${trainee} in ${domain}`,
  standardised: ({ parties }: { parties: string[] }) => `${list(parties)} adopt common procedures`,
  forceShown: ({ seat, region }: Record<string, string>) => `${seat} shows force in ${region}`,
  packagesDeployed: ({ seat, crisis, packages: sent }: { seat: string; crisis: string; packages: { domain: string; count: number }[] }) => `${seat} has in ${crisis}: ${packages(sent)}`,
  packagesRecalled: ({ seat, crisis, packages: left }: { seat: string; crisis: string; packages: { domain: string; count: number }[] }) => `${seat} cannot pay for all its packages in ${crisis} and keeps ${packages(left)}`,
  activityNotified: ({ notice }: { notice: Record<string, string> }) => `${notice.by} announces ${notice.activity} in ${notice.region} for turn ${notice.turn}`,
  crisisOpened: ({ crisis, severity, rung }: { crisis: string; severity: number; rung: number }) => `crisis ${crisis} opens at severity ${severity}, rung ${rung}`,
  crisisClosed: ({ crisis }: Record<string, string>) => `crisis ${crisis} closes`,
  severityRecorded: ({ crisis, severity, rung }: { crisis: string; severity: number; rung: number }) => `crisis ${crisis} stands at severity ${severity}, rung ${rung}`,
  incidentOpened: ({ crisis, parties }: { crisis: string; parties: string[] }) => `incident in ${crisis}${parties.length > 0 ? ` between ${list(parties)}` : ''}`,
  threatEventStruck: ({ threat, type }: Record<string, string>) => `${threat} strikes: ${type}`,
  injectHeld: ({ inject, held }: { inject: string; held: boolean }) => `control ${held ? 'holds' : 'releases'} inject ${inject}`,
  injectChanged: ({ inject, to, at, commitment }: { inject: string; to?: string | string[] | null; at?: { turn: number; phase: string } | null; commitment?: string }) => `control changes inject ${inject}: ${[...(commitment ? ['its words'] : []), ...(to === undefined ? [] : [`to ${to === null ? 'those planned' : typeof to === 'string' ? to : list(to)}`]), ...(at === undefined ? [] : [at ? `at turn ${at.turn}, ${at.phase}` : 'at the time planned'])].join('; ')}`,
  injectDropped: ({ inject, dropped }: { inject: string; dropped: boolean }) => `control ${dropped ? 'skips' : 'no longer skips'} inject ${inject}`,
  injectWritten: ({ inject, to, at }: { inject: string; to: string | string[]; at: { turn: number; phase: string } | null }) => `control writes inject ${inject} to ${typeof to === 'string' ? to : list(to)}${at ? ` for turn ${at.turn}, ${at.phase}` : ''}`,
  actUndone: ({ act, by, did, subject }: { act: number; by: string; did: string; subject: string }) => `event ${act} of ${by} is undone: ${did} ${subject}`,
  injectFired: ({ inject, to }: { inject: string; to: string | string[] }) => `inject ${inject} to ${typeof to === 'string' ? to : list(to)}`,
  observationPinned: ({ texts }: { texts?: Record<string, string> }) => `an evaluator notes ${noted(texts)}`,
  observationChanged: ({ texts }: { texts?: Record<string, string> }) => `a note is changed to ${noted(texts)}`,
  observationRemoved: () => 'a note is taken away',
  decisionTaken: ({ inject, seat, option, byDefault }: { inject: string; seat: string; option: string; byDefault: boolean }) => `${seat} answers inject ${inject}: ${option}${byDefault ? ' (by default)' : ''}`,
};

/** Names in the place of ids, as far as the viewer may read them there. */
function withNames(data: Record<string, unknown>, { instrument, inject, ...others }: Named = {}): Record<string, unknown> {
  return { ...data, ...others, ...(instrument && { instrument: `"${instrument}"` }), ...(inject && { inject: `"${inject}"` }) };
}

/** Null for events that have no line. */
export function lineOf({ type, data, named }: Pick<EventView, 'type' | 'data' | 'named'>): string | null {
  const line = LINES[type] as Line | undefined;
  return line ? line(withNames(data, named) as Data) : null;
}

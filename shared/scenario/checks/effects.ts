// Checks of the effects of injects: what each names beyond its shape.
import { reportShape } from '../shape.ts';
import { parameters } from '../schema.ts';
import type { EffectDraft, EffectKind } from '../schema.ts';
import type { Path } from '../source.ts';
import type { CheckDesk } from './desk.ts';
import { checkInstrument } from './instruments.ts';

export function checkEffect(desk: CheckDesk, path: Path, effect: EffectDraft): void {
  for (const [kind, value] of Object.entries(effect)) EFFECT_CHECKS[kind as EffectKind]?.(desk, [...path, kind], value as never);
}

function checkNumber(desk: CheckDesk, path: Path, { path: where, when }: { path: string; when?: string | undefined }): void {
  desk.path([...path, 'path'], where);
  if (when !== undefined) desk.expression([...path, 'when'], when);
}

function checkMembership(desk: CheckDesk, path: Path, { organisation, seat }: { organisation: string; seat: string }): void {
  desk.organisation([...path, 'organisation'], organisation);
  desk.seatCode([...path, 'seat'], seat);
}

/** What is checked of each effect beyond its shape. */
const EFFECT_CHECKS: { [K in EffectKind]?: (desk: CheckDesk, path: Path, value: NonNullable<EffectDraft[K]>) => void } = {
  report(desk, path, report) {
    for (const list of ['to', 'releasableTo'] as const) report[list].forEach((code, index) => desk.seatCode([...path, list, index], code));
    if (report.originator !== undefined) desk.seatCode([...path, 'originator'], report.originator);
    if (!desk.known([...path, 'threat'], report.threat, desk.threats, 'UNKNOWN_THREAT', 'Threats')) return;
    desk.known([...path, 'claim'], report.claim, ['truth', 'cover', ...Object.keys(desk.draft.threats[report.threat]!.hypotheses)], 'UNKNOWN_HYPOTHESIS', 'Claims');
  },
  spawn: (desk, path, crisis) => desk.known(path, crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises'),
  close: (desk, path, crisis) => desk.known(path, crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises'),
  add: checkNumber,
  set: checkNumber,
  scale: checkNumber,
  reveal(desk, path, { threat, to, when }) {
    to.forEach((code, index) => desk.seatCode([...path, 'to', index], code));
    desk.known([...path, 'threat'], threat, desk.threats, 'UNKNOWN_THREAT', 'Threats');
    if (when !== undefined) desk.expression([...path, 'when'], when);
  },
  strike(desk, path, { threat, event }) {
    if (!desk.known([...path, 'threat'], threat, desk.threats, 'UNKNOWN_THREAT', 'Threats')) return;
    desk.known([...path, 'event'], event, desk.draft.threats[threat]!.events.map((one) => one.id), 'UNKNOWN_EVENT', 'Events of this threat');
  },
  incident(desk, path, { crisis, parties }) {
    desk.known([...path, 'crisis'], crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises');
    parties.forEach((code, index) => desk.seatCode([...path, 'parties', index], code));
  },
  pressure(desk, path, { crisis }) {
    if (crisis !== undefined) desk.known([...path, 'crisis'], crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises');
  },
  forceMajeure: (desk, path, { seats }) => seats.forEach((code, index) => desk.seatCode([...path, 'seats', index], code)),
  param(desk, path, { name, value }) {
    const parsed = parameters.shape[name].safeParse(value);
    if (!parsed.success) reportShape({ source: desk.source, schema: parameters.shape[name], data: value, base: [...path, 'value'] }, parsed.error);
  },
  grant(desk, path, { seat, source }) {
    desk.seatCode([...path, 'seat'], seat);
    if (source) desk.known([...path, 'source', 'threat'], source.threat, desk.threats, 'UNKNOWN_THREAT', 'Threats');
  },
  remove(desk, path, { seat, source }) {
    if (desk.seatCode([...path, 'seat'], seat) && source !== undefined) desk.sourceOf([...path, 'source'], seat, source);
  },
  schedule: (desk, path, { inject }) => desk.known([...path, 'inject'], inject, desk.draft.injects.map((one) => one.id), 'UNKNOWN_INJECT', 'Injects'),
  evidence(desk, path, { objective, task }) {
    const { learning } = desk.draft;
    if (!desk.known([...path, 'objective'], objective, learning.map((one) => one.id), 'UNKNOWN_OBJECTIVE', 'Learning objectives') || task === undefined) return;
    const { length } = learning.find((one) => one.id === objective)!.tasks;
    if (task >= length) desk.source.atValue([...path, 'task'], 'OUT_OF_RANGE', `${objective} has ${length} ${length === 1 ? 'task' : 'tasks'}, counted from 0.`, `Write 0${length === 1 ? '' : ` to ${length - 1}`}.`);
  },
  motion(desk, path, { organisation, params, by }) {
    if (!desk.organisation([...path, 'organisation'], organisation)) return;
    if (by !== undefined) desk.known([...path, 'by'], by, desk.draft.organisations[organisation]!.members, 'UNKNOWN_SEAT', 'Members');
    if (typeof params.crisis === 'string') desk.known([...path, 'params', 'crisis'], params.crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises');
    if (typeof params.seat === 'string') desk.seatCode([...path, 'params', 'seat'], params.seat);
    if (typeof params.threat === 'string') desk.known([...path, 'params', 'threat'], params.threat, desk.threats, 'UNKNOWN_THREAT', 'Threats');
  },
  mandate(desk, path, { organisation, crisis }) {
    desk.organisation([...path, 'organisation'], organisation);
    desk.known([...path, 'crisis'], crisis, desk.crises, 'UNKNOWN_CRISIS', 'Crises');
  },
  admit: checkMembership,
  expel: checkMembership,
  table: checkInstrument,
  unlock: (desk, path, names) => desk.availability(path, names),
  lock(desk, path, names) {
    desk.availability(path, names);
    if (desk.draft.unlock.length === 0) desk.source.atKey(path, 'NOTHING_TO_LOCK', 'Nothing can be locked here.', 'Add a section unlock: that says what is available from turn 1.');
  },
};

// ATTRIBUTE: name the cause of a threat, and perhaps the seat behind it (model guide, section 3, action 30; ruling 75).
import { z } from 'zod';
import { path } from '../../model/fields.ts';
import { refusal } from '../refusals.ts';
import { blame } from '../steps/blame.ts';
import { loss } from '../trust.ts';
import { action, field, onlyWhile } from './action.ts';
import { claimKnown, first, partner, partners, threatKnown } from './checks.ts';

export const ATTRIBUTE = action({
  code: 'ATTRIBUTE',
  timing: 'order',
  group: 'intelligence',
  opensFrom: ['threat'],
  visibility: 'public',
  cap: 1,
  parameters: z.strictObject({ threat: field.threat(), claim: field.hypothesis(), accused: field.optionalSeat(), public: field.flag(true), to: onlyWhile(field.seats(0, 11).default([]), 'public', false) }),
  price: () => ({ money: 0, capital: 2 }),
  refuse: (see, { threat, claim, accused, public: open, to }) => first(
    threatKnown(see, threat),
    claimKnown(see, threat, claim),
    see.own.attributed.includes(threat) ? refusal('alreadyAttributed', 'threat') : null,
    accused === null ? null : partner(see, accused, 'accused'),
    partners(see, to, 'to'),
    !open && to.length === 0 ? refusal('parameterMissing', 'to', { parameter: 'to' }) : null,
  ),
  step: 'attribute',
  resolve(desk, { host, params: { threat, claim, accused, public: open, to } }) {
    const { state } = desk;
    const { truth } = state.threats[threat]!;
    const right = claim === truth && (accused === null || accused === state.scenario.threats[threat]!.hypotheses[truth]!.sponsor);
    const audience = open ? ('all' as const) : [host, ...to];
    desk.emit({ type: 'attributionMade', data: { seat: host, threat, claim, accused, public: open }, audience });
    desk.emit({ type: 'attributionJudged', data: { seat: host, threat, claim, accused, right, public: open }, audience });
    // What was said in confidence stays so in the numbers that everybody sees.
    const reason = { cause: 'ATTRIBUTE', with: threat, sees: audience };
    if (right) {
      // Said by many in one voice it is still said once: the crisis eases the first time.
      const publicly = [...state.attributions, ...desk.events.flatMap(({ type, data }) => (type === 'attributionJudged' && data.seat !== host ? [data] : []))];
      const news = open && !publicly.some((one) => one.threat === threat && one.right && one.public);
      if (news) for (const crisis of Object.values(state.crises)) if (crisis.open && state.scenario.crises[crisis.id]!.threat === threat) desk.add(path.severity(crisis.id), -5, { name: 'attribution', ...reason });
      return;
    }
    desk.add(path.seat(host, 'politicalCapital'), -8, { name: 'wrongAttribution', ...reason });
    blame(desk, host, 5, { name: 'wrongAttribution', ...reason });
    for (const seat of open ? state.seatIds : to) if (seat !== host) loss(desk, seat, host, seat === accused ? 20 : 5, { name: 'wrongAttribution', ...reason });
    if (accused) {
      desk.add(path.grievance(host, accused), 8, { name: 'wrongAttribution', ...reason });
      if (open) desk.emit({ type: 'pressureLaid', data: { value: 3, region: null, name: 'wrongAttribution', by: host }, audience: 'control' });
    }
  },
});

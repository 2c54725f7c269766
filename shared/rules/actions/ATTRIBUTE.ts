// ATTRIBUTE: name the cause of a threat, and perhaps the seat behind it (model guide, section 3, action 30; ruling 75).
import { z } from 'zod';
import { attribute } from '../intelligence/attribution.ts';
import { refusal } from '../refusals.ts';
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
  resolve: (desk, { host, params: { threat, claim, accused, public: open, to } }) => attribute(desk, [host], { threat, claim, accused, audience: open ? 'all' : [host, ...to] }),
});

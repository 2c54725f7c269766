// DEPLOY: send, change or recall packages in a crisis (model guide, section 3, action 31; rulings 12, 13, 28, 35, 36).
import { z } from 'zod';
import { roomInSight } from '../hosting.ts';
import { packagePriceInSight } from '../package-price.ts';
import { count, deployedBy, overdrawn } from '../packages.ts';
import { refusal } from '../refusals.ts';
import { heldReady } from '../standing-forces.ts';
import { action, field } from './action.ts';
import { crisisOpen, first } from './checks.ts';

export const DEPLOY = action({
  code: 'DEPLOY',
  timing: 'order',
  group: 'forces',
  opensFrom: ['crisis'],
  visibility: 'public',
  pot: 'international',
  parameters: z.strictObject({ crisis: field.crisis(), packages: field.packages() }),
  price: (see, { crisis, packages }) => ({ money: packagePriceInSight(see, crisis) * count(packages), capital: 0 }),
  refuse(see, { crisis, packages }) {
    const closed = crisisOpen(see, crisis);
    if (closed) return closed;
    const others = Object.fromEntries(Object.entries(see.public.crises).filter(([id]) => id !== crisis));
    const over = overdrawn(see.own.ministry.packages, [...packages, ...deployedBy(others, see.own.seat.id)]);
    const room = roomInSight(see, crisis);
    const ready = heldReady(see, crisis, packages);
    return first(
      room === 0 && count(packages) > 0 ? refusal('noHostConsent', 'crisis', { crisis: see.public.crises[crisis]!.name }) : null,
      count(packages) > room ? refusal('hostCapPassed', 'packages', { cap: room }) : null,
      ready ? refusal('heldReady', 'packages', { ...ready }) : null,
      over ? refusal('tooFewPackages', 'packages', over) : null,
      packages.some(({ domain, as }) => as !== undefined && domain !== 'UXS') ? refusal('parameterInvalid', 'packages') : null,
    );
  },
  step: 'crisis',
  resolve(desk, { host, params: { crisis, packages } }) {
    if (desk.state.crises[crisis]!.open) desk.emit({ type: 'packagesDeployed', data: { seat: host, crisis, packages }, audience: 'all' });
  },
});

// Rows of the first seed, on the international relations of defence ministries.
import { expect } from 'vitest';
import { potsOf } from '../../shared/rules/pots.ts';
import { accuracy } from '../../shared/rules/intelligence/grading.ts';
import { seatView } from '../../shared/view/view-for.ts';
import { Hands } from './hands.ts';
import { amberSound, dryLine, shieldLesson, tempestRing } from './played.ts';
import type { Row } from './row.ts';

const objective = (room: Hands, seat: string, code: string) => room.state.scores![seat]!.objectives.find((one) => one.code === code)!.value;
/** Alone and together: what one party would pay by itself, and what it paid with the others. */
const cheaper = (room: Hands, seat: string, code: string, alone: number) => {
  expect(room.paid(seat, code)).toBeGreaterThan(0);
  expect(room.paid(seat, code)).toBeLessThan(alone);
};

export const MINISTRIES: readonly Row[] = [
  {
    concept: 'Shaping security policy, norms and arms control',
    acts: ['MOTION', 'VOTE', 'INSPECT'], clauses: ['NORM', 'LIMIT', 'INSPECT'],
    moments: {
      'Dry Line, turns 4 and 5: the Mission outlaws unmanned force by vote, a member breaks the norm and all others hold it against it': () => {
        expect(dryLine().of('normAdopted')).toMatchObject([{ organisation: 'mission', act: 'unmannedForce', turn: 4 }]);
        expect(dryLine().of('normBroken')[0]).toMatchObject({ seat: 'TAR', turn: 5 });
        expect(dryLine().moved('trust/AUR/TAR', 'normBroken')).toBeLessThan(0);
        expect(dryLine().moved('seat/TAR/politicalCapital', 'normBroken')).toBeLessThan(0);
      },
      'Dry Line, at the end: who wanted norms has what it wanted': () => {
        for (const seat of ['AUR', 'WES']) expect(objective(dryLine(), seat, 'NORMS')).toBe(10_000);
      },
      'Amber Sound, turns 3 to 5: two agree on how many ships, one sends one too many, and an inspection finds it': () => {
        expect(amberSound().found('LIMIT', 'missed')).toEqual(['DRA']);
        expect(amberSound().found('INSPECT', 'met')).toEqual(['DRA']);
        expect(amberSound().of('findingUncovered')[0]).toMatchObject({ finding: { kind: 'LIMIT', seat: 'DRA' }, by: ['KVE'], turn: 5 });
      },
    },
  },
  {
    concept: 'Bilateral and multilateral treaties, pacts and memoranda with terms for exercises, intelligence and aid',
    acts: ['TABLE', 'SIGN', 'RATIFY'], clauses: ['EXERCISE', 'INTEL_SHARE', 'AID', 'TERM'],
    moments: {
      'Shield Lesson, turns 1 and 2: a bilateral agreement is signed, ratified at a price and in force; an exercise and a report are owed under it and come': () => {
        expect(Object.values(shieldLesson().state.instruments)).toMatchObject([{ parties: ['COL', 'NIH'], status: 'inForce', inForceSince: 2 }]);
        expect(shieldLesson().moved('seat/NIH/politicalCapital', 'ratification')).toBeLessThan(0);
        expect(shieldLesson().found('EXERCISE', 'met')).toEqual(['COL', 'NIH']);
        expect(shieldLesson().found('INTEL_SHARE', 'met')).toContain('COL');
      },
      'Amber Sound, turns 1 and 2: beside the treaty of six there is an agreement of four and an understanding of two': () => {
        const texts = Object.values(amberSound().state.instruments).map(({ parties, versions }) => `${versions[0]!.kind} of ${parties.length}`);
        expect(texts.sort()).toEqual(['agreement of 2', 'agreement of 4', 'mou of 2', 'treaty of 6']);
      },
      'Tempest Ring, turns 1 and 2: a contract on radars asks for aid, and aid is given under it': () => {
        expect(tempestRing().found('AID', 'met')).toEqual(['ZHE']);
        expect(tempestRing().moved('seat/VNT/capability/ISR', 'aid')).toBeGreaterThan(0);
      },
    },
  },
  {
    concept: 'Communication channels, incident response procedures, dispute resolution',
    acts: ['CHANNEL', 'DECONFLICT', 'DISPUTE', 'REMEDY'], clauses: ['HOTLINE', 'INCIDENT_PROC'],
    moments: {
      'Amber Sound, turn 2: a call for a hotline is not answered, although a text asks for it': () => {
        expect(amberSound().of('channelUnanswered')).toMatchObject([{ from: 'ARD', to: 'DRA', turn: 2 }]);
        expect(amberSound().found('HOTLINE', 'missed')).toEqual(['DRA']);
      },
      'Amber Sound, turn 3: it is disputed, and a remedy is proposed and accepted; in turn 4 the line is open and the matter closed': () => {
        expect(amberSound().of('disputeSettled')).toMatchObject([{ filer: 'ARD', respondent: 'DRA', remedy: { kind: 'cure' }, turn: 3 }]);
        expect(amberSound().of('channelOpened')).toMatchObject([{ parties: ['ARD', 'DRA'], channel: 'hotline', turn: 4 }]);
        expect(amberSound().of('remedyJudged')).toMatchObject([{ fulfilled: true, turn: 4 }]);
        expect(amberSound().moved('trust/ARD/DRA', 'remedyFulfilled')).toBeGreaterThan(0);
      },
      'Amber Sound, turns 3 and 4: two frigates meet where nobody can ring; both talk it down as their procedure says': () => {
        expect(amberSound().fired()).toContain('10-near-collision@3');
        expect(amberSound().of('incidentCleared').filter(({ turn }) => turn === 4).flatMap(({ by }) => by)).toEqual(['ARD', 'DRA']);
        expect(amberSound().found('INCIDENT_PROC', 'met')).toEqual(['ARD', 'DRA']);
      },
    },
  },
  {
    concept: 'Defence treaties, peacekeeping and crisis-response agreements, regional arrangements',
    acts: ['MOTION', 'VOTE', 'DEPLOY'], clauses: ['MUTUAL_ASSIST'],
    moments: {
      'Amber Sound, turns 3 and 4: the crisis reaches the rung of the treaty; who comes has kept it, who stays at home has broken it': () => {
        expect(amberSound().state.crises.cables!.history.find(({ turn }) => turn === 3)!.rung).toBeGreaterThanOrEqual(4);
        expect(amberSound().found('MUTUAL_ASSIST', 'met')).toEqual(['ARD', 'TES']);
        expect(amberSound().found('MUTUAL_ASSIST', 'missed')).toEqual(expect.arrayContaining(['COR', 'OST']));
        expect(amberSound().moved('trust/ARD/COR', 'breach')).toBeLessThan(0);
      },
      'Three arrangements decide in three ways: by silence in Amber Sound, by a majority of votes and by a lead nation in Dry Line': () => {
        const adopted = (room: Hands, organisation: string, kind: string) => {
          expect(room.of('motionAdopted').some((one) => one.organisation === organisation && one.kind === kind)).toBe(true);
          return room.scenario.organisations[organisation]!.rule;
        };
        expect(adopted(amberSound(), 'compact', 'mandate')).toBe('consensus');
        expect(adopted(dryLine(), 'mission', 'mandate')).toBe('qualifiedMajority');
        expect(adopted(dryLine(), 'pact', 'standingForce')).toBe('leadNation');
      },
      'Dry Line, turn 2: the Pact holds a standing force ready': () => {
        expect(dryLine().of('standingForceRaised')).toMatchObject([{ organisation: 'pact', domain: 'LOG', turn: 2 }]);
        expect(dryLine().state.organisations.pact!.standingForce).toMatchObject({ packages: 1 });
      },
    },
  },
  {
    concept: 'High-level visits, forums, conferences, dialogues, defence-diplomacy missions',
    acts: ['VISIT', 'FORUM', 'EXCHANGE', 'AID'], clauses: [],
    moments: {
      'Shield Lesson, turn 1: a minister visits, and both trust each other more': () => {
        expect(shieldLesson().of('visitHeld')).toMatchObject([{ from: 'COL', to: 'NIH', turn: 1 }]);
        for (const path of ['trust/COL/NIH', 'trust/NIH/COL']) expect(shieldLesson().moved(path, 'visit')).toBeGreaterThan(0);
      },
      'Amber Sound, turn 2: a rival and a neutral sit at one table of the Forum': () => {
        expect(amberSound().of('forumHeld')).toMatchObject([{ host: 'TES', guests: ['DRA', 'KVE'], organisation: 'forum', turn: 2 }]);
        expect(amberSound().moved('trust/KVE/DRA', 'forum')).toBeGreaterThan(0);
      },
      'Tempest Ring, turn 2: the chair assembles members and partners, and two missions bring aid': () => {
        expect(tempestRing().of('forumHeld')).toMatchObject([{ host: 'TON', organisation: 'meeting' }]);
        expect(tempestRing().of('aidGiven').filter(({ to }) => to === 'PAL').map(({ from, what }) => `${from} ${what}`)).toEqual(['AUR money', 'IND package']);
        expect(tempestRing().moved('trust/PAL/IND', 'aid')).toBeGreaterThan(0);
      },
    },
  },
  {
    concept: 'Interoperability, best practices, standardised protocols',
    acts: ['EXERCISE', 'STANDARDISE', 'EXCHANGE'], clauses: ['STANDARD'],
    moments: {
      'Tempest Ring, turn 2: exercising and common procedures bring forces together': () => {
        for (const reason of ['exercise', 'standards']) expect([reason, tempestRing().moved('pair/AUR-SGA/interoperability', reason) > 0]).toEqual([reason, true]);
      },
      'Dry Line, turns 2 and 3: two of no common alliance agree on a standard and reach it': () => {
        expect(dryLine().found('STANDARD', 'met')).toEqual(['COL', 'IND']);
      },
      'Amber Sound, turn 5: who has worked together achieves more together': () => {
        const { cohesion } = amberSound().of('crisisAssessed').find(({ turn }) => turn === 5)!;
        expect(amberSound().moved('pair/ARD-TES/interoperability', 'exercise')).toBeGreaterThan(0);
        expect(cohesion).toBeGreaterThan(1000);
      },
      'Shield Lesson, turn 2: what one can do better, the other learns on its course': () => {
        expect(shieldLesson().moved('seat/NIH/capability/AMD', 'course')).toBeGreaterThan(0);
      },
    },
  },
  {
    concept: 'Budget: joint exercises, peacekeeping, cost saving by sharing',
    acts: ['EXERCISE', 'INVEST', 'MOTION', 'DEPLOY'], clauses: ['COST_SHARE'],
    moments: {
      'Shield Lesson, turn 2: one purse in two pots, and wanting more than is in it is told': () => {
        const room = new Hands('shield-lesson', ['NIH', 'COL'], 'pots');
        room.until(2, 'orders');
        for (const code of ['TRAIN', 'HARDEN']) room.does('NIH', code);
        room.does('NIH', 'DEPLOY', { crisis: 'karsa', packages: Object.entries(room.sight('NIH').own.ministry.packages).map(([domain, count]) => ({ domain, count })) });
        const pots = potsOf(room.sight('NIH'), [...room.sight('NIH').own.sheet.orders]);
        expect(pots.national).toBeGreaterThan(0);
        expect(pots.expenses.find(({ name }) => name === 'DEPLOY')).toMatchObject({ pot: 'international', cancelled: true });
        expect(pots.overcommitted).toBeGreaterThan(0);
      },
      'Shield Lesson, turns 2 and 3: exercising and buying together costs each less than alone': () => {
        const { exerciseBase, exerciseEach } = shieldLesson().state.parameters;
        cheaper(shieldLesson(), 'COL', 'EXERCISE', exerciseBase + exerciseEach);
        cheaper(shieldLesson(), 'NIH', 'INVEST', 6);
      },
      'Amber Sound, turns 2 to 4: a shared purse and a levy pay those who are at sea': () => {
        expect(amberSound().found('COST_SHARE', 'met')).toEqual(['ARD', 'BEL', 'SUN', 'TES']);
        expect(amberSound().moved('seat/BEL/budget', 'costShare')).toBeLessThan(0);
        expect(amberSound().moved('seat/TES/budget', 'costShareReceived')).toBeGreaterThan(0);
        expect(amberSound().moved('organisation/compact/fund', 'levy')).toBeGreaterThan(0);
        expect(amberSound().moved('seat/TES/budget', 'reimbursement')).toBeGreaterThan(0);
      },
      'Dry Line, turns 4 and 5: peacekeepers are paid for until the fund is empty, and again once a levy is decided': () => {
        const paid = dryLine().of('contributionMade').filter(({ from, to }) => from === 'fund' && to === 'AUR').map(({ turn }) => turn);
        expect([2, 3, 4, 5].map((turn) => paid.includes(turn))).toEqual([true, true, false, true]);
        expect(dryLine().of('levyRaised')).toMatchObject([{ organisation: 'mission', turn: 4, dueTurn: 5 }]);
      },
    },
  },
  {
    concept: 'National security against international commitments, and risk',
    acts: ['HARDEN', 'TRAIN', 'DEPLOY', 'HOST', 'ATTRIBUTE'], clauses: [],
    moments: {
      'Amber Sound, turns 1 to 6: who sends nothing keeps its money, and loses the trust of those who do': () => {
        expect(amberSound().paid('COR', 'DEPLOY')).toBe(0);
        expect(amberSound().paid('TES', 'DEPLOY')).toBeGreaterThan(0);
        expect(amberSound().moved('trust/ARD/COR', 'burdenGap')).toBeLessThan(0);
        expect(amberSound().moved('trust/ARD/TES', 'burdenGap')).toBe(0);
      },
      'Amber Sound, turns 2 to 6: the public likes to see its ships, and what stays abroad wears out forces and purse': () => {
        expect(amberSound().moved('seat/TES/publicOpinion', 'contribution')).toBeGreaterThan(0);
        expect(amberSound().moved('seat/TES/budget', 'standingDeployment')).toBeLessThan(0);
        expect(amberSound().scenario.seats.TES!.redLines.map(({ broken }) => broken)).toEqual([expect.stringContaining('deployed("TES") >')]);
      },
      'Amber Sound, turn 3: a wrong accusation costs opinion at home by how much risk the country bears': () => {
        expect(amberSound().moved('seat/OST/publicOpinion', 'wrongAttribution')).toBe(-500 * (15 - amberSound().scenario.seats.OST!.risk));
      },
      'Tempest Ring, turn 1: letting strangers in is priced by how much sovereignty means': () => {
        expect(tempestRing().moved('seat/PAL/politicalCapital', 'hosting')).toBe(-1000 * Math.floor(tempestRing().scenario.seats.PAL!.sovereignty / 3));
      },
    },
  },
  {
    concept: 'Intelligence sharing, confidentiality, leaks, joint analysis',
    acts: ['COLLECT', 'SHARE', 'RELEASE', 'SANITISE', 'FUSE', 'LEAK', 'CI_SWEEP'], clauses: ['INTEL_SHARE', 'INFOSEC', 'ORCON'],
    moments: {
      'Amber Sound, turns 1 and 2: a graded report moves belief, and goes on with its originator’s consent': () => {
        expect(Object.values(amberSound().state.reports.ARD!).find(({ originator }) => originator === 'BEL')).toMatchObject({ reliability: expect.stringMatching(/^[A-F]$/), credibility: expect.any(Number), originatorControlled: true, cleared: ['TES'] });
        expect(amberSound().moved('belief/ARD/cables/service', 'reportReceived')).toBeGreaterThan(0);
        expect(amberSound().of('releaseGranted')).toMatchObject([{ originator: 'BEL', holder: 'ARD', to: ['TES'], turn: 2 }]);
      },
      'Amber Sound, turns 2 and 3: passed on without consent, it is control’s secret until a sweep finds it, and trust is gone': () => {
        expect(amberSound().events.find(({ type }) => type === 'illicitShareMade')).toMatchObject({ audience: 'control', turn: 2, data: { from: 'ARD', to: ['COR'] } });
        expect(amberSound().of('illicitShareDiscovered')).toMatchObject([{ from: 'ARD', originator: 'BEL', turn: 3 }]);
        expect(amberSound().moved('trust/BEL/ARD', 'illicitShare')).toBeLessThan(0);
      },
      'Amber Sound, turn 2: three services judge together and are surer than each alone': () => {
        expect(amberSound().of('reportsFused')).toMatchObject([{ parties: ['ARD', 'BEL', 'SUN'], turn: 2 }]);
        expect(['ARD', 'BEL', 'SUN'].some((seat) => Object.keys(amberSound().state.beliefs[seat]!.cables!).some((claim) => amberSound().moved(`belief/${seat}/cables/${claim}`, 'fusion') > 0))).toBe(true);
      },
      'Amber Sound, turn 3: what one holds alone is given away without its source, and another’s report stands in the newspapers': () => {
        expect(Object.values(amberSound().state.reports.TES!).find(({ from }) => from === 'KVE')).toMatchObject({ sanitised: true });
        expect(amberSound().of('leakOccurred').filter(({ deliberate }) => deliberate)).toMatchObject([{ seat: 'COR', originator: 'BEL', turn: 3 }]);
        expect(amberSound().of('reportPublished').map(({ turn }) => turn)).toContain(3);
        expect(amberSound().fired()).toContain('11-source-burned@3');
      },
      'Shield Lesson, turn 2: a promise to guard what one hears makes the SECRET report lawful': () => {
        const [report] = shieldLesson().of('reportShared');
        expect(report).toMatchObject({ from: 'COL', to: ['NIH'], turn: 2 });
        expect(Object.values(shieldLesson().state.reports.NIH!).find(({ event }) => event === report!.event)).toMatchObject({ marking: 'S' });
        expect(shieldLesson().of('illicitShareMade')).toEqual([]);
        expect(shieldLesson().found('INFOSEC', 'met')).toEqual(['COL', 'NIH']);
      },
    },
  },
  {
    concept: 'Civil-military intelligence cooperation, early threat detection',
    acts: ['CIVMIL'], clauses: [],
    moments: {
      'Amber Sound, turn 3: the services move closer together, see better and keep secrets worse': () => {
        const [before, after] = [amberSound().scenario.seats.KVE!.civilMilitary, amberSound().state.seats.KVE!.civilMilitary];
        const { capability, ai } = amberSound().state.seats.KVE!;
        expect(after).toBe(before + 1);
        expect(accuracy({ capability, ai, civilMilitary: after }, 'D', 10)).toBeGreaterThan(accuracy({ capability, ai, civilMilitary: before }, 'D', 10));
        expect(amberSound().moved('seat/KVE/security', 'civilMilitary')).toBeLessThan(0);
      },
      'Amber Sound, turns 2 to 4: who is sure of the cause is warned of the second cable before it goes dark, and nobody is told of that': () => {
        const struck = amberSound().of('threatEventStruck').find(({ event }) => event === 'second-cable')!;
        const warned = amberSound().events.filter(({ type, data, turn }) => type === 'warningGiven' && (data as { seat: string }).seat === 'KVE' && turn < struck.turn);
        expect(warned.length).toBeGreaterThan(0);
        expect(warned.map(({ audience }) => audience)).toEqual(warned.map(() => ['KVE']));
      },
    },
  },
  {
    concept: 'Regional frameworks: rapid mobilisation for peacekeeping, disaster response, counter-terrorism',
    acts: ['MOTION', 'DEPLOY', 'HOST'], clauses: ['ACCESS', 'FUSION_CELL'],
    moments: {
      'Dry Line, turn 1: the Council votes a mandate and peacekeepers are on the line in the same turn': () => {
        expect(dryLine().of('mandateGiven')).toMatchObject([{ organisation: 'mission', crisis: 'line', turn: 1 }]);
        expect(dryLine().of('packagesDeployed').filter(({ turn }) => turn === 1).map(({ seat }) => seat)).toEqual(['AUR', 'IND']);
      },
      'Tempest Ring, turn 1: relief lands at once, from one under an old agreement and from one by leave of the host': () => {
        expect(tempestRing().of('packagesDeployed').filter(({ crisis }) => crisis === 'typhoon').map(({ seat, turn }) => `${seat}@${turn}`)).toEqual(['NIH@1', 'ZHE@1']);
        expect(tempestRing().found('ACCESS', 'met')).toEqual(['NIH', 'PAL']);
        expect(tempestRing().moved('crisis/typhoon/severity', 'relief')).toBeLessThan(0);
      },
      'Tempest Ring, turn 2: under a mandate of the Meeting two of its members go after what proves to be a terrorist cell': () => {
        expect(tempestRing().state.threats.piracy!.truth).toBe('cell');
        expect(tempestRing().state.organisations.meeting!.mandates.map(({ crisis }) => crisis)).toContain('piracy');
        expect(tempestRing().of('packagesDeployed').filter(({ crisis }) => crisis === 'piracy').map(({ seat, turn }) => `${seat}@${turn}`)).toEqual(['MAL@2', 'SGA@2']);
        expect(tempestRing().moved('crisis/piracy/severity', 'relief')).toBeLessThan(0);
      },
      'Dry Line, turns 1 and 2: the counter-terror centre of three has its rooms already, and what two have found the third reads there': () => {
        expect(dryLine().of('reportsFused')).toMatchObject([{ parties: ['KYZ', 'ORL', 'TAR'], threat: 'line', turn: 2 }]);
        expect(dryLine().paid('TAR', 'FUSE')).toBe(0);
        expect(dryLine().found('FUSION_CELL', 'met')).toEqual(expect.arrayContaining(['KYZ', 'TAR']));
        expect(Object.values(dryLine().state.reports.ORL!).map(({ originator }) => originator)).toEqual(expect.arrayContaining(['KYZ', 'TAR']));
      },
    },
  },
  {
    concept: 'Sovereignty, historical grievances, capability disparity, divergent interests',
    acts: ['HOST', 'RECONCILE'], clauses: ['CAVEAT'],
    moments: {
      'Tempest Ring, turns 1 and 2: not even a mandate of all replaces the leave of the country that is struck': () => {
        expect(tempestRing().of('mandateGiven').map(({ crisis }) => crisis)).toContain('typhoon');
        expect(tempestRing().refused).toEqual(['AUR DEPLOY noHostConsent']);
      },
      'Shield Lesson, turn 2: an old quarrel caps what a joint exercise can mend, and settling a part of it costs opinion at home': () => {
        expect(shieldLesson().moved('trust/HAN/NIH', 'exercise')).toBeLessThan(shieldLesson().moved('trust/COL/NIH', 'exercise'));
        expect(shieldLesson().moved('pair/HAN-NIH/grievance', 'reconciliation')).toBeLessThan(0);
        expect(shieldLesson().moved('seat/NIH/publicOpinion', 'reconciliation')).toBeLessThan(0);
      },
      'Tempest Ring, turn 2: forces differ by much, and whose parliament asked for a reservation is thanked for it': () => {
        const packages = (seat: string) => Object.values(tempestRing().sight(seat).own.ministry.packages).reduce((sum, count) => sum + count, 0);
        expect(packages('ZHE')).toBeGreaterThan(2 * packages('PAL'));
        expect(tempestRing().fired()).toContain('07-parliament@2');
        expect(tempestRing().moved('seat/NIH/publicOpinion', 'inject')).toBeGreaterThan(0);
      },
      'Dry Line, turn 2: a text that the others wanted breaks a red line that only its own ministry knows': () => {
        expect(dryLine().of('redLineBroken').filter(({ seat }) => seat === 'NUB')).toMatchObject([{ redLine: 'limit', turn: 2 }]);
        const room = new Hands('dry-line', Object.keys(dryLine().scenario.seats), 'secrets');
        const { secret } = room.scenario.seats.NUB!.brief;
        const reads = (seat: string) => JSON.stringify(seatView(room.state, seat)).includes(JSON.stringify(secret).slice(1, -1));
        expect(room.state.seatIds.filter(reads)).toEqual(['NUB']);
      },
    },
  },
  {
    concept: 'Case studies: a great power and an emerging one, integrated alliance operations, allied air and missile defence, a ministers’ meeting with partners',
    acts: ['TABLE', 'EXERCISE', 'MOTION', 'DEPLOY'], clauses: ['INFOSEC', 'LOGISTICS', 'STANDARD', 'INTEL_SHARE', 'MUTUAL_ASSIST', 'TRAINING'],
    moments: {
      'Dry Line, turns 1 to 4: four foundations are laid one after the other, and a joint exercise between them': () => {
        expect(dryLine().fired()).toContain('25-the-set-complete@4');
        expect(dryLine().of('exerciseHeld').map(({ parties }) => parties)).toContainEqual(['COL', 'IND']);
      },
      'Amber Sound, turns 3 to 5: members of the Compact operate together under its mandate, and its fund pays them': () => {
        expect(amberSound().of('mandateGiven')).toMatchObject([{ organisation: 'compact', crisis: 'cables', turn: 3 }]);
        expect(Object.keys(amberSound().state.crises.cables!.deployments)).toEqual(expect.arrayContaining(['ARD', 'TES']));
        for (const seat of ['ARD', 'TES']) expect(amberSound().moved(`seat/${seat}/budget`, 'reimbursement')).toBeGreaterThan(0);
      },
      'Shield Lesson, turn 2: the first class under the agreement, and missile defence is better for it': () => {
        expect(shieldLesson().fired()).toContain('08-first-class@2');
        expect(shieldLesson().state.seats.NIH!.capability.AMD).toBeGreaterThan(shieldLesson().scenario.seats.NIH!.capability.AMD!);
      },
      'Tempest Ring, turn 1: a partner from outside leads the working group, and the members let its motion pass in silence': () => {
        expect(tempestRing().state.organisations.meeting!.partners).toContain('NIH');
        expect(tempestRing().of('motionAdopted')).toContainEqual(expect.objectContaining({ organisation: 'meeting', kind: 'mandate', by: 'NIH', turn: 1 }));
      },
    },
  },
  {
    concept: 'Artificial intelligence, cyber defence, unmanned systems, climate, emerging powers',
    acts: ['INVEST', 'CYBER_OP', 'HARDEN', 'DEPLOY'], clauses: ['NORM'],
    moments: {
      'Dry Line, turns 2 and 3: unmanned systems are bought together and artificial intelligence alone, and it sharpens collection': () => {
        const { capability, civilMilitary, ai } = dryLine().state.seats.IND!;
        expect(dryLine().moved('seat/IND/capability/UXS', 'investment')).toBeGreaterThan(0);
        expect(ai).toBe(1);
        expect(accuracy({ capability, civilMilitary, ai }, 'D', 10)).toBeGreaterThan(accuracy({ capability, civilMilitary, ai: 0 }, 'D', 10));
      },
      'Dry Line, turns 2 to 4: a ministry hardens its networks, defends them, and four forswear attacks': () => {
        expect(dryLine().moved('seat/NUB/security', 'hardening')).toBeGreaterThan(0);
        expect(dryLine().of('cyberOpDone')).toMatchObject([{ seat: 'NUB', threat: 'dam', mode: 'defend', turn: 4 }]);
        expect(Object.values(dryLine().state.instruments).find(({ parties }) => parties.join() === 'AUR,MER,TAR,WES')).toMatchObject({ status: 'inForce', versions: [{ clauses: [{ kind: 'NORM', params: { act: 'cyberOperation' } }, {}] }] });
      },
      'Dry Line, turn 5: unmanned systems come to the line, and the others see a norm broken': () => {
        expect(dryLine().of('packagesDeployed').find(({ seat }) => seat === 'TAR')).toMatchObject({ packages: [{ domain: 'UXS' }], turn: 5 });
        expect(dryLine().of('normBroken')[0]).toMatchObject({ act: 'unmannedForce', seat: 'TAR' });
      },
      'Dry Line, turns 1 and 5: the heat works on the dam, and then both crises need relief teams': () => {
        expect(dryLine().fired()).toEqual(expect.arrayContaining(['03-heat@1', '13-heat-dome@5']));
        expect(dryLine().moved('crisis/dam/drift', 'inject')).toBeGreaterThan(0);
        for (const crisis of ['line', 'dam']) expect(dryLine().moved(`crisis/${crisis}/demand/DIS`, 'inject')).toBeGreaterThan(0);
      },
      'Dry Line, turns 2 to 4: both blocs court the emerging power; it answers both, and the one it comes closer to costs it the other': () => {
        expect(dryLine().of('decisionTaken')).toContainEqual(expect.objectContaining({ inject: '05-two-halls', seat: 'IND' }));
        expect(dryLine().of('instrumentTabled').filter(({ parties }) => parties.includes('IND')).flatMap(({ parties }) => parties)).toEqual(expect.arrayContaining(['COL', 'TAR']));
        expect(dryLine().moved('trust/TAR/IND', 'inject')).toBeLessThan(0);
      },
    },
  },
  {
    concept: 'Regular high-level dialogue, transparency and clear channels build trust',
    acts: ['VISIT', 'FORUM', 'NOTIFY', 'CHANNEL'], clauses: ['NOTIFY', 'HOTLINE'],
    moments: {
      'Visits, forums and an open line each add to trust, both ways': () => {
        for (const [room, reason, one, other] of [[shieldLesson(), 'visit', 'COL', 'NIH'], [amberSound(), 'forum', 'TES', 'DRA'], [amberSound(), 'channel', 'ARD', 'DRA']] as const) {
          for (const path of [`trust/${one}/${other}`, `trust/${other}/${one}`]) expect([reason, path, room.moved(path, reason) > 0]).toEqual([reason, path, true]);
        }
      },
      'Tempest Ring and Amber Sound, turn 2: an exercise that was told of alarms nobody, one that was not costs the trust of the neighbours': () => {
        const alarm = (room: Hands) => room.of('numbersChanged').flatMap(({ changes }) => changes).flatMap(({ factors }) => factors).filter(({ name }) => name === 'unnotifiedExercise').length;
        expect([tempestRing().of('exerciseHeld')[0]!.notified, alarm(tempestRing())]).toEqual([true, 0]);
        expect(amberSound().of('exerciseHeld')[0]!.notified).toBe(false);
        expect(alarm(amberSound())).toBeGreaterThan(0);
        expect(amberSound().found('NOTIFY', 'missed')).toEqual(['ARD']);
      },
    },
  },
];

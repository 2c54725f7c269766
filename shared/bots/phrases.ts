// What bots say when people write to them: a few courteous lines per situation, in their own voice.

export const PHRASES = {
  pledge: [
    'We shall do our part, and leave the networks of others alone.',
    'Nobody has to fear anything from us.',
  ],
  missed: [
    'A duty towards us was missed. We would rather hear the reason from you than guess it.',
    'We count on what was signed. The last turn did not bear that out.',
  ],
  costly: [
    'The text on the table asks more of us than we can carry at home. A lighter version would find us willing.',
    'With fewer obligations for us, our parliament would let that text pass.',
  ],
  signed: [
    'Our signature is under the text on the table. The next move is yours.',
    'We have signed. Let us bring it into force together.',
  ],
  reported: [
    'Thank you for the report. Our analysts are reading it with care.',
    'Your report has reached us, and it is appreciated.',
  ],
  distant: [
    'We have read your message. Trust between us would have to grow first.',
    'Noted. A visit might be a better beginning than a request.',
  ],
  untried: [
    'There is no text between us yet. If you table one, we shall read it closely.',
    'We are open to an understanding. Put it on the table and we shall answer.',
  ],
  bound: [
    'What we have agreed stands. We intend to keep it.',
    'Thank you. We are on course with what we have signed.',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Situation = keyof typeof PHRASES;

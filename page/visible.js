// Text from elsewhere, made safe to look at.

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The same text, with a sign in the place of each character that acts, turns the text around or cannot be seen. */
export function visible(text) {
  return text.replace(UNSEEN, (unit) => {
    const code = unit.codePointAt(0);
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? "\u2421" : `\\u{${code.toString(16)}}`;
  });
}

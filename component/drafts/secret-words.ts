const anywhere =
  /pass(wor[dt]|wd| ?phrase| ?code| ?key)|pwd|kennwort|contrasen|wachtwoord|mot ?de ?passe|senha|парол|密码|密碼|パスワード|비밀번호|cv[vc]|iban/;
const wholeWords =
  /(^| )(pass|pw|pin|tan|t?otp|mfa|[2t]fa|csc|pan|ssn|secrets?|token)( |$)|(credit|debit|cc|card) ?(card|no|nr|num)|one ?time|(security|ication|confirmation|auth|login|sms|recovery|backup) ?code|(api|private|secret|access|recovery) ?key|seed ?phrase/;

/**
 * Whether a name that a page gave to a field speaks of a password, a one-time code, a card or their like: a "show
 * password" button turns such a field into plain text. It rather takes too many for secret than too few.
 */
export function namesSecret(name: string): boolean {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})|(\p{L})(?=\d)/gu, '$& ');
  return [name, words].some((each) => {
    const text = each
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();
    return anywhere.test(text) || wholeWords.test(text);
  });
}

const refused = /^(off|one-time-code|(current|new)-password|cc-.*)$/;

/** Whether a page asks by `autocomplete` that nothing be kept; a field's own word counts more than its form's. */
export function refusesKeeping(own: string | null, form: string | null): boolean {
  const words = (text: string | null) => text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const said = words(own);
  return said.length > 0 ? said.some((word) => refused.test(word)) : words(form).includes('off');
}

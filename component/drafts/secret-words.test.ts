import { describe, expect, it } from 'vitest';
import { namesSecret, refusesKeeping } from './secret-words.ts';

describe('A name speaks of a secret', () => {
  it.each([
    ...[
      'password',
      'userPassword',
      'new_password',
      'txtPassword1',
      'confirmpassword',
      'j_passwd',
      'pwd2',
      'pass',
    ],
    ...[
      'user-pass',
      'loginPass',
      'passPhrase',
      'Pass phrase',
      'passcode',
      'PIN',
      'userPIN',
      'pin1',
      'OTPInput',
    ],
    ...[
      'otp',
      'otp-3',
      'totp',
      'mfaCode',
      '2fa',
      'sms2fa',
      'one-time code',
      'oneTimeCode',
      'TAN',
      'csrf_token',
    ],
    ...['accessToken', 'clientSecret', 'secrets', 'apiKey', 'API key', 'private_key', 'seed phrase'],
    ...[
      'cvv',
      'cvc',
      'cardCvc',
      'CVV2',
      'csc',
      'cardNumber',
      'card-number',
      'cardnumber',
      'cc_num',
      'ccnumber',
    ],
    ...[
      'Card No',
      'credit card',
      'debitCard',
      'iban',
      'customerIBAN',
      'security code',
      'Verification Code',
      'authentication code',
      'ssn',
    ],
    ...[
      'Passwort',
      'Kennwort',
      'contraseña',
      'contrasena',
      'Mot de passe',
      'senha',
      'wachtwoord',
      'Пароль',
      '密码',
    ],
  ])('%s', (name) => expect(namesSecret(name)).toBe(true));
});

describe('A name speaks of nothing secret', () => {
  it.each([
    ...['', 'name', 'passenger', 'compass', 'passport', 'bypass', 'passage', 'Compass words', 'max_tokens'],
    ...[
      'pinterest',
      'opinion',
      'shipping',
      'spinner',
      'company',
      'expansion',
      'tangent',
      'secretary',
      'standard',
    ],
    ...[
      'card title',
      'business cards',
      'discard',
      'cardinal',
      'keyword',
      'monkey',
      'zip code',
      'postcode',
      'notes',
    ],
    ...['accountName', 'lastName', 'address1', 'phone', 'description', 'botprompt', 'hotpot', 'laptop'],
  ])('%s', (name) => expect(namesSecret(name)).toBe(false));
});

describe('autocomplete', () => {
  it.each([
    ['off', null],
    [' OFF ', 'on'],
    [null, 'off'],
    ['', ' Off'],
    ['one-time-code', null],
    ['section-a shipping cc-number', null],
    ['username current-password', null],
    ['new-password', null],
  ])('"%s" in a form of "%s" refuses', (own, form) => expect(refusesKeeping(own, form)).toBe(true));

  it.each([
    [null, null],
    ['', ''],
    ['on', 'off'],
    ['street-address', 'off'],
    ['name', null],
    ['nope', null],
  ])('"%s" in a form of "%s" does not', (own, form) => expect(refusesKeeping(own, form)).toBe(false));
});

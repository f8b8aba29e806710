import { describe, expect, it } from 'vitest';
import { LONGEST_LINK, mailLink, smsLink } from './copy.ts';

const letter = { address: 'a@b.cn', subject: 'S', text: 'T' };

describe('a link to the mail program', () => {
  it.each([
    [
      'what would end a part',
      { subject: 'Hi & bye?', text: 'a=b#c&d' },
      'mailto:a@b.cn?subject=Hi%20%26%20bye%3F&body=a%3Db%23c%26d',
    ],
    [
      'every line break',
      { text: 'one\ntwo\r\nthree\rfour' },
      'mailto:a@b.cn?subject=S&body=one%0D%0Atwo%0D%0Athree%0D%0Afour',
    ],
    [
      'Chinese',
      { subject: '您好', text: '谢谢！' },
      'mailto:a@b.cn?subject=%E6%82%A8%E5%A5%BD&body=%E8%B0%A2%E8%B0%A2%EF%BC%81',
    ],
    [
      'an address that would add another head',
      { address: 'a+b?bcc=x@b.cn' },
      'mailto:a%2Bb%3Fbcc%3Dx@b.cn?subject=S&body=T',
    ],
    [
      'a subject of two lines',
      { subject: 'one\r\nBcc: x' },
      'mailto:a@b.cn?subject=one%20Bcc%3A%20x&body=T',
    ],
    ['a percent sign', { text: '5 % off' }, 'mailto:a@b.cn?subject=S&body=5%20%25%20off'],
  ])('holds %s', (_name, changes, href) => {
    expect(mailLink({ ...letter, ...changes })).toEqual({ href, holdsText: true });
  });

  it('reads back as what was written', () => {
    const text = '您好 & ?=#\nsecond line';
    const url = new URL(mailLink({ ...letter, subject: 'ä&b', text }).href);
    expect(url.searchParams.get('subject')).toBe('ä&b');
    expect(url.searchParams.get('body')).toBe(text.replace('\n', '\r\n'));
  });
});

describe('a link to the messages app', () => {
  it.each([
    ['digits only', '+86 138-0013?8000', 'T', 'sms:+8613800138000?body=T'],
    ['one plus, in front', '+86+138', 'T', 'sms:+86138?body=T'],
    ['line breaks', '138', 'one\r\ntwo', 'sms:138?body=one%0Atwo'],
    [
      'Chinese and what would end a part',
      '138',
      '您好 & ?',
      'sms:138?body=%E6%82%A8%E5%A5%BD%20%26%20%3F',
    ],
  ])('has %s', (_name, address, text, href) => {
    expect(smsLink({ ...letter, address, text })).toEqual({ href, holdsText: true });
  });
});

describe('a text that is too long for a link', () => {
  // A Chinese character takes nine characters of a link.
  const room = LONGEST_LINK - mailLink({ ...letter, text: '' }).href.length;
  it.each([
    ['the last that fits', 'x'.repeat(room), true],
    ['one more', 'x'.repeat(room + 1), false],
    ['Chinese', '您'.repeat(Math.floor(room / 9)), true],
    ['Chinese, one more', '您'.repeat(Math.floor(room / 9) + 1), false],
  ])('%s', (_name, text, holdsText) => {
    const link = mailLink({ ...letter, text });
    expect(link.holdsText).toBe(holdsText);
    expect(link.href.length).toBeLessThanOrEqual(LONGEST_LINK);
    if (!holdsText) expect(link.href).toBe('mailto:a@b.cn?subject=S');
    expect(smsLink({ ...letter, address: '1', text: '您'.repeat(300) }).href).toBe('sms:1');
  });
});

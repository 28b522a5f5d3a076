import { EmlChannel, MailChannel } from '#notifications';
import { channelsOf } from './channels';

const publicUrl = 'https://selaras.example.go.id';

describe('the ways notices go', () => {
  it('lead through the mail server where there is one', () => {
    expect(channelsOf({ publicUrl, mail: { from: 'a@b.go.id', smtpUrl: 'smtp://localhost:2525' } }).mail).toBeInstanceOf(MailChannel);
  });

  it('lead into a folder in the demo', () => {
    expect(channelsOf({ publicUrl, mail: { from: 'Selaras <a@b.go.id>', outbox: '/tmp/outbox' } }).mail).toBeInstanceOf(EmlChannel);
  });

  it('lead nowhere only with an error', () => {
    expect(() => channelsOf({ publicUrl, mail: { from: 'a@b.go.id' } })).toThrow('neither');
  });
});

import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../identity/public.decorator';
import { problem } from '../problems/catalogue';
import { sessionKeyOf } from '../sign-in/session-cookie';
import { screens } from './screens';

/** What every screen of somebody who is signed in asks first: the browser asks it beside the screens, and not after them. */
const askedFirst = ['/v1/me', '/v1/worklist?view=mine&limit=100'].map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`).join(', ');
const isOpen = /^\/(?:verifikasi|publik)(?:[/?]|$)/;

/** Every address of the screens is the same page; which screen it is, the browser knows. */
@ApiExcludeController()
@Controller()
@Public()
export class ScreensController {
  @Get([
    '', 'kerja', 'kasus', 'kasus/*', 'provinsi', 'provinsi/*', 'kesiapan/*', 'tersendat', 'pengelola', 'pengelola/*', 'pantau/*', 'hitung', 'proses/*', 'acuan', 'kalender', 'notifikasi', 'lainnya', 'preferensi', 'akun',
    'verifikasi', 'verifikasi/*', 'publik/*',
  ])
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const file = path.join(screens, 'index.html');
    if (!existsSync(file)) throw problem('not-found');
    if (sessionKeyOf(request) !== undefined && !isOpen.test(request.url)) void reply.header('link', askedFirst);
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(createReadStream(file));
  }
}

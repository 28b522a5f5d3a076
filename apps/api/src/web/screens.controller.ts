import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../identity/public.decorator';
import { problem } from '../problems/catalogue';
import { screens } from './screens';

/** Every address of the screens is the same page; which screen it is, the browser knows. */
@ApiExcludeController()
@Controller()
@Public()
export class ScreensController {
  @Get([
    '', 'kerja', 'kasus', 'kasus/*', 'provinsi', 'provinsi/*', 'kesiapan/*', 'tersendat', 'pengelola', 'pengelola/*', 'pantau/*', 'hitung', 'proses/*', 'acuan', 'kalender', 'notifikasi', 'lainnya', 'preferensi', 'akun',
    'verifikasi', 'verifikasi/*', 'publik/*',
  ])
  page(@Res() reply: FastifyReply): void {
    const file = path.join(screens, 'index.html');
    if (!existsSync(file)) throw problem('not-found');
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(createReadStream(file));
  }
}

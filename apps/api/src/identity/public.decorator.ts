import { SetMetadata } from '@nestjs/common';

export const isPublic = 'selaras:public';

/** Answered to everybody, signed in or not. */
export const Public = () => SetMetadata(isPublic, true);

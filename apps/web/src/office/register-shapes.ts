export interface Holder {
  id: string;
  person: string;
  name: string;
  role: string;
  scope: string;
  capacity: 'definitive' | 'Plt' | 'Pj';
  fromOn: string;
  toOn: string | null;
  decree: string;
}
export interface Mandate {
  id: string;
  person: string;
  name: string;
  holder: string;
  role: string;
  scope: string;
  actsFor: string;
  fromOn: string;
  toOn: string;
  decree: string;
}

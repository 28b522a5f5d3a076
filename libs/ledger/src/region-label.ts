/** A region as people write it: "Kab. Seluma", "Kota Bengkulu", "Prov. Bengkulu". */
export const regionLabel = (name: string): string => name.replace(/^Kabupaten /, 'Kab. ').replace(/^Provinsi /, 'Prov. ');

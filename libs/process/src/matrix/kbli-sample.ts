import type { Text } from '../text';

export interface KbliCode {
  code: string;
  name: Text;
}

const kbli = (code: string, id: string, en: string): KbliCode => ({ code, name: { id, en } });

/**
 * Five-digit codes of KBLI 2020 that plans of Bengkulu's regions are likely to use.
 * A sample: the official list is Peraturan BPS 2/2020, which was not at hand; a code that is missing here is a warning, never a refusal.
 */
export const kbliSample = {
  certainty: 'assumed' as const,
  note: {
    id: 'Daftar contoh, bukan salinan lampiran Peraturan BPS 2/2020; nama dapat berbeda dari naskah resmi.',
    en: 'A sample, not a copy of the annex of BPS Regulation 2/2020; names may differ from the official text.',
  },
  codes: [
    kbli('01111', 'Pertanian jagung', 'Growing of maize'),
    kbli('01122', 'Pertanian padi inbrida', 'Growing of inbred rice'),
    kbli('01134', 'Pertanian hortikultura sayuran umbi', 'Growing of root vegetables'),
    kbli('01135', 'Pertanian aneka umbi palawija', 'Growing of tubers'),
    kbli('01140', 'Perkebunan tebu', 'Growing of sugar cane'),
    kbli('01220', 'Pertanian buah-buahan tropis dan subtropis', 'Growing of tropical and subtropical fruit'),
    kbli('01230', 'Pertanian buah jeruk', 'Growing of citrus fruit'),
    kbli('01261', 'Perkebunan buah kelapa', 'Growing of coconuts'),
    kbli('01262', 'Perkebunan buah kelapa sawit', 'Growing of oil palm'),
    kbli('01270', 'Pertanian tanaman untuk bahan minuman', 'Growing of beverage crops'),
    kbli('01281', 'Perkebunan lada', 'Growing of pepper'),
    kbli('01282', 'Perkebunan cengkeh', 'Growing of cloves'),
    kbli('01285', 'Pertanian tanaman obat atau biofarmaka rimpang', 'Growing of medicinal rhizomes'),
    kbli('01286', 'Pertanian tanaman obat atau biofarmaka non rimpang', 'Growing of other medicinal plants'),
    kbli('01291', 'Perkebunan karet dan tanaman penghasil getah lainnya', 'Growing of rubber and other latex plants'),
    kbli('03111', 'Penangkapan ikan bersirip di laut', 'Marine capture of finfish'),
    kbli('10130', 'Industri pengolahan dan pengawetan produk daging dan daging unggas', 'Processing of meat and poultry'),
    kbli('10211', 'Industri penggaraman/pengeringan ikan', 'Salting and drying of fish'),
    kbli('10212', 'Industri pengasapan/pemanggangan ikan', 'Smoking and roasting of fish'),
    kbli('10213', 'Industri pembekuan ikan', 'Freezing of fish'),
    kbli('10214', 'Industri pemindangan ikan', 'Steam-curing of fish'),
    kbli('10216', 'Industri berbasis daging lumatan dan surimi', 'Minced fish and surimi'),
    kbli('10219', 'Industri pengolahan dan pengawetan lainnya untuk ikan', 'Other processing of fish'),
    kbli('10221', 'Industri pengolahan dan pengawetan ikan dan biota air dalam kaleng', 'Canning of fish'),
    kbli('10291', 'Industri penggaraman/pengeringan biota air lainnya', 'Salting and drying of other aquatic products'),
    kbli('10293', 'Industri pembekuan biota air lainnya', 'Freezing of other aquatic products'),
    kbli('10298', 'Industri pengolahan rumput laut', 'Processing of seaweed'),
    kbli('10313', 'Industri pengeringan buah-buahan dan sayuran', 'Drying of fruit and vegetables'),
    kbli('10330', 'Industri pengolahan sari buah dan sayuran', 'Fruit and vegetable juices'),
    kbli('10391', 'Industri tempe kedelai', 'Soybean tempeh'),
    kbli('10392', 'Industri tahu kedelai', 'Soybean tofu'),
    kbli('10414', 'Industri minyak ikan', 'Fish oil'),
    kbli('10421', 'Industri kopra', 'Copra'),
    kbli('10422', 'Industri minyak mentah kelapa', 'Crude coconut oil'),
    kbli('10423', 'Industri minyak goreng kelapa', 'Coconut cooking oil'),
    kbli('10431', 'Industri minyak mentah kelapa sawit', 'Crude palm oil'),
    kbli('10432', 'Industri minyak mentah inti kelapa sawit', 'Crude palm kernel oil'),
    kbli('10437', 'Industri minyak goreng kelapa sawit', 'Palm cooking oil'),
    kbli('10613', 'Industri penggilingan aneka umbi dan sayuran', 'Milling of tubers and vegetables'),
    kbli('10616', 'Industri tepung terigu', 'Wheat flour'),
    kbli('10621', 'Industri pati ubi kayu', 'Cassava starch'),
    kbli('10622', 'Industri berbagai macam pati palma', 'Palm starches'),
    kbli('10631', 'Industri penggilingan padi dan penyosohan beras', 'Rice milling'),
    kbli('10632', 'Industri penggilingan dan pembersihan jagung', 'Maize milling'),
    kbli('10633', 'Industri tepung beras dan tepung jagung', 'Rice and maize flour'),
    kbli('10710', 'Industri produk roti dan kue', 'Bread and cakes'),
    kbli('10722', 'Industri gula merah', 'Brown sugar'),
    kbli('10731', 'Industri kakao', 'Cocoa'),
    kbli('10733', 'Industri manisan buah-buahan dan sayuran kering', 'Candied fruit and dried vegetables'),
    kbli('10750', 'Industri makanan dan masakan olahan', 'Prepared meals'),
    kbli('10761', 'Industri pengolahan kopi', 'Processing of coffee'),
    kbli('10763', 'Industri pengolahan teh', 'Processing of tea'),
    kbli('10772', 'Industri bumbu masak dan penyedap masakan', 'Spices and condiments'),
    kbli('10773', 'Industri produk masak dari kelapa', 'Cooking products of coconut'),
    kbli('10794', 'Industri kerupuk, keripik, peyek dan sejenisnya', 'Crackers and chips'),
    kbli('10801', 'Industri ransum makanan hewan', 'Animal feed'),
    kbli('11040', 'Industri minuman ringan', 'Soft drinks'),
    kbli('13121', 'Industri pertenunan', 'Weaving'),
    kbli('13122', 'Industri kain tenun ikat', 'Ikat woven cloth'),
    kbli('13134', 'Industri batik', 'Batik'),
    kbli('14111', 'Industri pakaian jadi dari tekstil', 'Clothing of textile'),
    kbli('16104', 'Industri pengolahan rotan', 'Processing of rattan'),
    kbli('16221', 'Industri barang bangunan dari kayu', "Builders' joinery of wood"),
    kbli('16291', 'Industri barang anyaman dari rotan dan bambu', 'Plaited goods of rattan and bamboo'),
    kbli('16299', 'Industri barang dari kayu, rotan, gabus lainnya', 'Other goods of wood, rattan and cork'),
    kbli('20115', 'Industri kimia dasar organik yang bersumber dari hasil pertanian', 'Basic organic chemicals from farm products'),
    kbli('20121', 'Industri pupuk alam/non sintetis hara makro primer', 'Natural fertilizer'),
    kbli('20231', 'Industri sabun dan bahan pembersih keperluan rumah tangga', 'Soap and household cleaners'),
    kbli('20232', 'Industri kosmetik untuk manusia', 'Cosmetics'),
    kbli('20294', 'Industri minyak atsiri', 'Essential oils'),
    kbli('21021', 'Industri bahan baku obat tradisional untuk manusia', 'Raw materials of traditional medicine'),
    kbli('21022', 'Industri produk obat tradisional untuk manusia', 'Traditional medicine'),
    kbli('22121', 'Industri pengasapan karet', 'Smoking of rubber'),
    kbli('22122', 'Industri remilling karet', 'Remilling of rubber'),
    kbli('22123', 'Industri karet remah', 'Crumb rubber'),
    kbli('22191', 'Industri barang dari karet untuk keperluan rumah tangga', 'Household goods of rubber'),
    kbli('22192', 'Industri barang dari karet untuk keperluan industri', 'Industrial goods of rubber'),
    kbli('32903', 'Industri kerajinan', 'Crafts'),
  ] as readonly KbliCode[],
};

const sampled = new Set(kbliSample.codes.map(({ code }) => code));

export function isSampledKbli(code: string): boolean {
  return sampled.has(code);
}

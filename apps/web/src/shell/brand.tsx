export function Brand() {
  return (
    <>
      <svg viewBox="0 0 30 26" fill="none" aria-hidden="true">
        <path d="M1 3C9 3 9 9 17 9h12" stroke="#F0C05A" strokeWidth="3" />
        <path d="M1 13h28" stroke="#fff" strokeWidth="3" />
        <path d="M1 23c8 0 8-6 16-6h12" stroke="#FF9C98" strokeWidth="3" />
        <path d="M24 4v18" stroke="#1A2456" strokeWidth="2" />
      </svg>
      Selaras
    </>
  );
}

extension HTMLWriter {
    /// Writes the patterns, the fades and the signs that drawings and badges refer to. A page has them once, at its beginning.
    public func marks() {
        fixed(
            """
            <svg class="defs" width="0" height="0" aria-hidden="true"><defs>
            <pattern id="m-hu" class="hu" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M2.5 0V5"/></pattern>
            <pattern id="m-hp" class="hp" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M2.5 0V5"/></pattern>
            <pattern id="m-hs" class="hs" width="3.6" height="3.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M1.8 0V3.6"/></pattern>
            <linearGradient id="m-r"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
            <linearGradient id="m-16"><stop offset="0" stop-color="#000"/><stop offset=".16" stop-color="#fff"/></linearGradient>
            <linearGradient id="m-84"><stop offset=".84" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
            <linearGradient id="m-68"><stop offset="0" stop-color="#000"/><stop offset=".16" stop-color="#fff"/><stop offset=".84" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
            <linearGradient id="m-u" x2="0" y2="1"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>
            <linearGradient id="m-d" x2="0" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
            <mask id="m-fr" maskContentUnits="objectBoundingBox"><path d="M0-1H1V2H0z" fill="url(#m-r)"/></mask>
            <mask id="m-ol" maskContentUnits="objectBoundingBox"><path d="M0-1H1V2H0z" fill="url(#m-16)"/></mask>
            <mask id="m-or" maskContentUnits="objectBoundingBox"><path d="M0-1H1V2H0z" fill="url(#m-84)"/></mask>
            <mask id="m-ob" maskContentUnits="objectBoundingBox"><path d="M0-1H1V2H0z" fill="url(#m-68)"/></mask>
            <mask id="m-fu" maskContentUnits="objectBoundingBox"><path d="M-1 0H2V1H-1z" fill="url(#m-u)"/></mask>
            <mask id="m-fd" maskContentUnits="objectBoundingBox"><path d="M-1 0H2V1H-1z" fill="url(#m-d)"/></mask>
            <circle id="m-definitely" class="gf" cx="6.5" cy="6.5" r="6.5"/>
            <g id="m-presumably"><circle class="gr" cx="6.5" cy="6.5" r="5.3"/><circle class="gf" cx="6.5" cy="6.5" r="2.5"/></g>
            <g id="m-possibly"><circle class="gt" cx="6.5" cy="6.5" r="5.7"/><path class="gf" d="M6.5 0a6.5 6.5 0 0 0 0 13z"/></g>
            <circle id="m-no" class="gn" cx="6.5" cy="6.5" r="5.7"/>
            </defs></svg>

            """)
    }

    /// Writes the five squares by which the register is known: the marks of knowledge from sure to open.
    public func logo() {
        fixed(
            """
            <svg class="logo strip" viewBox="0 0 63 13" aria-hidden="true"><rect class="b solid" x=".5" y=".5" width="12" height="12"/>\
            <rect class="b solid" x="16.5" y=".5" width="12" height="12"/><rect class="b hatch" x="32.5" y=".5" width="12" height="12"/>\
            <rect class="b hatch fr" x="48.5" y=".5" width="14" height="12"/></svg>
            """)
    }
}

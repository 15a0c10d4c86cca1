extension StyleSheet {
    /// The parts of a page.
    static let layout: StaticString = """
        .skip{position:absolute;left:-999em}
        .skip:focus{left:8px;top:8px;padding:8px 12px;background:var(--surface);z-index:1}
        .wrap{max-width:1216px;margin:0 auto;padding:0 32px}
        .masthead{border-bottom:1px solid var(--rule);background:var(--surface)}
        .masthead .wrap{display:flex;align-items:center;gap:8px 12px;min-height:60px;flex-wrap:wrap}
        .masthead .name{flex:1}
        .masthead .id{white-space:normal}
        .logo{width:63px;height:13px;flex:none}
        .top{padding-top:22px}
        .lead{margin-top:8px}
        .figures{display:flex;border:solid var(--rule);border-width:1px 0;margin:22px 0 32px}
        .figure{flex:1 1 0;padding:12px 22px 16px;border-left:1px solid var(--rule);color:var(--ink2);font-size:.875rem}
        .figure.people{flex-grow:1.5}
        .figure:first-child{padding-left:0;border-left:0}
        .value{color:var(--ink);font-size:2.125rem;line-height:1.2;font-weight:600}
        .value small{font-size:1rem;font-weight:400}
        .strip{display:block;max-width:100%;height:auto;margin:6px 0}
        section{border-top:2px solid var(--ink);padding-top:10px;margin-top:32px}
        .beside,.flat{margin-top:32px}
        .flat .contents{display:flex;gap:22px 48px;align-items:start}
        .flat nav{flex:1}
        .flat ul{columns:3;column-gap:32px}
        .flat .box{margin:0}
        .contents{font-size:.875rem}
        .contents h2{font:600 .8125rem/1.5 var(--sans);color:var(--ink2)}
        .contents li a{display:flex;justify-content:space-between;gap:12px;padding:4px 0 4px 12px;border-left:1px solid var(--rule);\
        color:var(--ink);text-decoration:none}
        .contents li a:hover{text-decoration:underline}
        .contents b{font-weight:400;color:var(--ink2);text-align:right}
        .box{border:1px solid var(--rule);border-radius:3px;background:var(--surface);padding:12px 16px;margin-top:22px}
        .box dt{color:var(--ink2);margin-top:4px}
        .part{margin-top:16px;display:grid;grid-template-columns:minmax(0,1fr) 190px;column-gap:28px}
        .part>*{grid-column:1/-1}
        .part>.side{grid-column:2;grid-row:2;font-size:.875rem;color:var(--ink2)}
        .part.counted>.table{grid-column:1;grid-row:2}
        .side .value{font-size:1.5rem}
        .part h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 8px;margin-bottom:4px}
        @media(min-width:1024px){.beside{display:grid;grid-template-columns:minmax(0,1fr) 264px;column-gap:48px}\
        .beside>section{grid-column:1}.beside>.contents{grid-column:2;grid-row:1/99}.beside>section:nth-child(2){margin-top:0}}

        """
}

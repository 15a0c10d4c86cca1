extension StyleSheet {
    /// The end of a page: what it is, the head of the history, and how to cite it.
    static let footer: StaticString = """
        .foot{border-top:2px solid var(--ink);background:var(--surface);margin-top:48px;padding:16px 0 32px;font-size:.875rem}
        .foot .wrap{display:grid;grid-template-columns:1.1fr 1fr 1.6fr;gap:22px 40px}
        .foot h2{font:600 .9375rem/1.4 var(--sans);margin-bottom:4px}
        .foot dl{display:grid;grid-template-columns:auto 1fr;gap:2px 16px}
        .foot dt,.foot p+p{color:var(--ink2)}
        .foot p+p{margin-top:4px}
        .foot code{word-spacing:.3em;overflow-wrap:normal}

        """

    /// From 641 to 1023 pixels, and in part below.
    static let narrow: StaticString = """
        @media screen and (max-width:1023px){th,td{padding-right:9px}.figures{display:grid;grid-template-columns:1fr 1fr}\
        .figure:nth-child(odd){padding-left:0;border-left:0}.figure:nth-child(n+3){border-top:1px solid var(--rule)}\
        .contents ul{columns:2;column-gap:32px}.contents li{break-inside:avoid}\
        .part{grid-template-columns:minmax(0,1fr)}.part.counted>.table{grid-row:auto}\
        .part>.side{grid-column:1;grid-row:auto}.lane{grid-template-columns:160px minmax(0,1fr)}.pairs{column-gap:22px}\
        .foot .wrap{grid-template-columns:1fr 1fr}}
        @media screen and (min-width:641px){table{table-layout:auto}th,td{overflow-wrap:break-word}\
        td .id,td code,td a[href^=http],.long,.chip,.evidence td{overflow-wrap:anywhere}.table{overflow-x:auto}}

        """

    /// Up to 640 pixels: one column, and the cells of a row one below the other.
    static let phone: StaticString = """
        @media screen and (max-width:640px){:root{--lane:17px}h1{font-size:1.9375rem}h2{font-size:1.4375rem}\
        .wrap{padding-left:16px;padding-right:16px}.masthead .wrap{min-height:54px}section{margin-top:28px}.value{font-size:1.8125rem}\
        .figure{padding:12px 12px 12px 0;border-left:0;border-top:1px solid var(--rule)}.figure:first-child{border-top:0}\
        .figure.people{grid-column:1/-1}.contents ul{columns:1}.pairs,.halves,.foot .wrap{grid-template-columns:minmax(0,1fr)}\
        .half+.half{border-top:1px solid var(--rule)}\
        .masthead .id{flex-basis:100%}.flat .contents{display:block}.flat ul{columns:1}.flat .box{margin-top:22px}\
        table,caption:not(.unseen),tbody,tr.row,tr.evidence,th,td,.wide table{display:block;min-width:0;width:auto!important}\
        thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\
        tbody>tr:first-child{border:0}tr.row+tr.row{border-top:1px solid var(--rule)}tr.row+tr.row>*{border:0}\
        tr.row{padding:7px 0}tr.row>*,.evidence td{padding:0}tr.told{padding-bottom:0!important}\
        tr.evidence{padding-bottom:7px}.number{text-align:left}\
        tr.row{display:grid;grid-template-columns:minmax(0,1fr) fit-content(40%);gap:0 12px}tr.row>*{grid-column:1/-1}\
        tr.row>td:empty{display:none}\
        td[data-head]::before{content:attr(data-head)" ";color:var(--ink2);font-size:.8125rem}\
        tr.row>.apart{grid-column:2;grid-row:1;text-align:right;font-weight:600}tr.row>th.led{grid-column:1}\
        .lane{display:block;padding:8px 0}.lane .who{padding:0 0 2px}.lane.scale{padding:0}.track{min-height:calc(4px + var(--rows,1)*(var(--lane) + 2px))}\
        .track g{transform:translateY(calc(2.5px + var(--row,0)*(var(--lane) + 2px)))}.track g text,.track .note{display:none}\
        .said{display:block;font-size:.875rem;color:var(--ink2)}.chart{padding-left:36px}}

        """

    /// A4. Boxes at the edges of the sheet hold what the page itself leaves out. Neither a grid nor a table keeps
    /// its head with what follows: parts are no grids here, and a table asks for room for its head and a row before it begins.
    static let paper: StaticString = """
        @page{size:A4;margin:21mm 16mm 19mm;@top-left{font:7.6pt sans-serif;color:#474C54}@top-right{font:7.6pt monospace;\
        color:#474C54}@bottom-left{font:7.6pt sans-serif;color:#474C54}@bottom-right{font:7.6pt sans-serif;color:#474C54;\
        content:counter(page)" / "counter(pages)}}
        @media print{:root{--paper:#FFF;--lane:12.5pt;color-scheme:light}html{font-size:9.4pt}table{font-size:9pt}\
        .second,.evidence td,.half,.figure,.side,.foot,.words,.tree li{font-size:8.6pt}.chip,.tag,.id,code,.legend,thead th,.who,\
        .strip-of li{font-size:7.8pt}svg text{font-size:7.8pt}h1{font-size:25pt}h2{font-size:14.5pt}h3{font-size:9.8pt}\
        h3 bdi{font-size:12pt}.value{font-size:18pt}.value small{font-size:9.4pt}.about{font-size:9.4pt}\
        .skip,.masthead,.beside>.contents,.flat>.contents{display:none}.wrap{max-width:none;padding:0}.top{padding-top:0}\
        a,a:visited,a.id{color:inherit;text-decoration:none}.chip{background:var(--sunk);color:var(--ink)}\
        .figures{margin:12pt 0 16pt}.figure{padding:6pt 10pt 8pt}section{margin-top:18pt}.part{margin-top:10pt}.pairs{gap:10pt 14pt}.pair-head{padding:5pt 8pt}\
        .part{display:block}.part>.side{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 10pt;break-inside:avoid}\
        .table::before{content:"";display:block;height:100pt;margin-bottom:-100pt;break-inside:avoid}.half{padding:6pt 8pt}\
        th,td{padding:3.5pt 9pt 3.5pt 0}.wide table{min-width:0}\
        .t-units .k-name{width:15.5%}.t-units .k-region{width:17%}.t-units .k-unit{width:7.5%}.t-units .k-people{width:8%}\
        .t-units .k-status{width:15%}.t-units .k-form,.t-units .k-last_heard{width:12%}.t-units .k-strength{width:13%}.lane{grid-template-columns:130px minmax(0,1fr)}\
        .track{min-height:calc(10px + var(--rows,1)*(var(--lane) + 3px))}.track g{transform:translateY(calc(5.5px + var(--row,0)*(var(--lane) + 3px)))}\
        .foot{background:none;margin-top:24pt;padding-bottom:0}.foot .wrap{gap:12pt 20pt}.map>svg text{font-size:17.5px}\
        .map>svg .big{font-size:20px}.figures,.pair,.lane,figure,.foot,tr,tbody.one,.warning,.about,li{break-inside:avoid}\
        .tall{break-inside:auto}h2,h3,.about,caption,thead{break-after:avoid}thead{display:table-header-group}p{orphans:2;widows:2}}

        """

    /// Colours that the reader has chosen: marks keep their edges, and their signs the colour of text.
    static let forced: StaticString = """
        @media(forced-colors:active){.b,.tile rect,.tag,.chip,.strip-of li{border:1px solid;stroke:CanvasText}\
        .solid,.dot,.gf{fill:CanvasText}.tint{fill:none}.gr,.gt,.gn,.cross,.now,.axis,.tree line,.hu,.hs,.hp{stroke:CanvasText}\
        svg text{fill:CanvasText}.unit text.in,.patch{fill:Canvas}.halo,.under{stroke:Canvas}}

        """
}

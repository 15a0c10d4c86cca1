extension StyleSheet {
    /// The five marks of knowledge, in drawings of every kind.
    static let marks: StaticString = """
        .defs{position:absolute}
        svg text{font:12.5px var(--sans);fill:var(--ink)}
        .hu{stroke:var(--for);stroke-width:1.6}.hs{stroke:var(--for);stroke-width:1.3}.hp{stroke:var(--post);stroke-width:1.3}
        .b{stroke-width:1;stroke:var(--for)}
        .post .b{stroke:var(--post)}
        .solid{fill:var(--for)}.post .solid{fill:var(--postbg)}
        .tint{fill:var(--for);fill-opacity:.25}.post .tint{fill:var(--postbg);fill-opacity:.5}
        .hatch{fill:url(#m-hu)}.post .hatch{fill:url(#m-hp)}
        .strip .hatch,.legend .small .hatch{fill:url(#m-hs)}
        .most{fill:none;stroke:var(--edge);stroke-dasharray:2.5 2}
        .fr{mask:url(#m-fr)}.fu{mask:url(#m-fu)}.fd{mask:url(#m-fd)}.ol{mask:url(#m-ol)}.or{mask:url(#m-or)}.ob{mask:url(#m-ob)}
        .rule{stroke:var(--rule)}
        .axis{stroke:var(--edge)}
        .now{stroke:var(--ink);stroke-width:2}
        .under{stroke:var(--paper);stroke-width:4}
        .halo{paint-order:stroke;stroke:var(--paper);stroke-width:5px;stroke-linejoin:round}
        .cross{fill:none;stroke:var(--ink2);stroke-width:1.4}
        .dash{stroke:var(--edge);stroke-dasharray:3 3}
        .day{transform:translateX(5px)}.day.end{transform:translateX(-5px)}.end{text-anchor:end}.middle{text-anchor:middle}.heavy{font-weight:600}
        figure{margin:12px 0}
        figure .plain{font-size:.875rem}
        @media not print{@media(max-width:739px){.w2{display:none}}@media(max-width:1199px){.w3{display:none}}}
        @media screen and (min-width:1200px){.n3{display:none}}
        @media print{.w3{display:none}}
        .by{overflow:visible}

        """

    /// Lives over time: a name, and beside it rows of bars that follow the width of the window.
    static let lives: StaticString = """
        .lane{display:grid;grid-template-columns:226px minmax(0,1fr);border-bottom:1px solid var(--rule)}
        .lane.scale{border-bottom-color:var(--edge)}
        .who{padding:8px 12px 8px 0;font-size:.8125rem;line-height:1.35;color:var(--ink2)}
        .who p:first-child{font:400 1.03125rem/1.3 var(--serif);color:var(--ink)}
        .who bdi{font:inherit}
        .track{position:relative;min-height:calc(20px + var(--rows,1)*(var(--lane) + 3px))}
        .scale .track{min-height:28px}
        .track>svg{position:absolute;inset:0;width:100%;height:100%;overflow:hidden}
        .scale svg{overflow:visible}
        .r2{--rows:2}.r3{--rows:3}.r4{--rows:4}.r5{--rows:5}.r6{--rows:6}.r7{--rows:7}.r8{--rows:8}
        .y1{--row:1}.y2{--row:2}.y3{--row:3}.y4{--row:4}.y5{--row:5}.y6{--row:6}.y7{--row:7}
        .track g{transform:translateY(calc(10.5px + var(--row,0)*(var(--lane) + 3px)))}
        .track .b,.track .dash{height:calc(var(--lane) - 1px)}
        .track g text{transform:translate(8px,calc(var(--lane)/2 + 4px))}
        .track g text.middle{transform:translateY(calc(var(--lane)/2 + 4px))}
        .track .lower{transform:translateY(calc(var(--lane) - 1px))}
        .track circle{transform:translateY(calc(var(--lane)/2 - .5px))}
        .track g text.past{transform:translate(14px,calc(var(--lane)/2 + 4px))}
        .patch{fill:var(--paper)}
        .unit text.in{fill:var(--onfor)}
        .said{display:none}

        """

    /// Strengths over time.
    static let chart: StaticString = """
        .chart{padding:0 8px 0 44px}
        .chart>svg{display:block;width:100%;height:300px;overflow:visible}
        .dot{fill:var(--for)}
        .thin{stroke:var(--ink3)}
        .dots{stroke:var(--ink3);stroke-dasharray:1.6 4}
        .base{stroke:var(--for);stroke-width:2.6}
        .gem{fill:var(--paper);stroke:var(--against);stroke-width:2}
        .gem.plan{stroke:var(--for);stroke-dasharray:3 2}
        .chart text.against{fill:var(--against);font-weight:600}
        .chart .past{transform:translateX(11px)}.chart .before{transform:translateX(-11px)}
        .chart .tick{fill:var(--ink2)}

        """

    /// The tile map, and the tree of who repeats whom.
    static let map: StaticString = """
        .map{position:relative}
        .map>svg{display:block;width:100%;height:auto}
        .tile rect{fill:none;stroke:var(--rule)}
        .tile text{font-weight:600}
        .tile .big{font-size:16px}
        .none text,.off text{fill:var(--ink3);font-weight:400}
        .off rect{stroke-dasharray:1 2}
        .zero rect{stroke:var(--ink2);fill:var(--surface)}
        .c1 rect{fill:var(--c1);stroke:var(--c3)}.c2 rect{fill:var(--c2);stroke:var(--c3)}.c3 rect{fill:var(--c3);stroke:var(--c3)}
        .c4 rect{fill:var(--c4);stroke:var(--c4)}.c5 rect{fill:var(--c5);stroke:var(--c5)}
        .c3 text{fill:var(--t3)}.c4 text{fill:var(--t4)}.c5 text{fill:var(--t5)}
        .corner{fill:var(--against);stroke:var(--paper);stroke-width:1.5}
        .words{font-size:.875rem}
        .words p{margin-bottom:8px}
        .strip-of{display:flex;gap:5px;flex-wrap:wrap;margin-top:4px}
        .strip-of li{flex:1 1 76px;max-width:120px;border:1px dashed var(--edge);border-radius:2px;padding:3px 5px;font-size:.78125rem;line-height:1.35}
        .strip-of b{display:block;font-weight:600}
        .strip-of .c1{background:var(--c1)}.strip-of .c2{background:var(--c2)}.strip-of .c3{background:var(--c3);color:var(--t3)}
        .strip-of .c4{background:var(--c4);color:var(--t4)}.strip-of .c5{background:var(--c5);color:var(--t5)}
        .strip-of .none,.strip-of .off{color:var(--ink3)}
        @media screen and (min-width:1024px){.map .words{position:absolute;left:52.8%;right:0;bottom:0}}
        @media print,(min-width:768px){.off rect{stroke:none}}
        @media screen and (min-width:768px) and (max-width:1023px){.map>svg text{font-size:19px}.map>svg .big{font-size:21px}}
        @media not print{@media(max-width:767px){.tile text,.legend .wide-only{display:none}.tile.none>.big,.legend .none text{display:inline}.tile.none>.big{font-size:40px}}}
        .tree li{display:flex;font-size:.875rem;align-items:stretch}
        .tree span.join{flex:none;position:relative;width:22px}
        .tree svg{position:absolute;width:100%;height:100%}
        .tree p{padding:3px 0}
        .tree line{stroke:var(--ink3)}

        """
}

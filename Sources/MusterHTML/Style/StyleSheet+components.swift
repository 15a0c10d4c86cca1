extension StyleSheet {
    /// Badges, chips, tags and the marks of knowledge in their legends.
    static let components: StaticString = """
        .grade{display:flex;align-items:baseline;font-size:.875rem;font-weight:600}
        .grade.no{font-weight:400;color:var(--ink2)}
        .grade svg{flex:none;width:13px;height:13px;margin-right:6px;position:relative;top:1px}
        .gf{fill:var(--for)}
        .gr{fill:none;stroke:var(--for);stroke-width:2.4}
        .gt{fill:none;stroke:var(--for);stroke-width:1.6}
        .gn{fill:none;stroke:var(--ink3);stroke-width:1.6}
        .chip{font:.78125rem/1.3 var(--mono);background:var(--forbg);color:var(--link);padding:2px 5px 3px;border-radius:2px;\
        text-decoration:none}
        a.chip:hover{text-decoration:underline}
        .tag{font-size:.78125rem;line-height:1.3;font-weight:600;border:1px solid var(--edge);border-radius:3px;padding:2px 7px;\
        color:var(--ink2)}
        .tag.against{border-color:var(--against);background:var(--againstbg);color:var(--against)}
        .tag.warn{border-color:var(--warn);background:var(--warnbg);color:var(--warn)}
        .tag.rejected{text-decoration:line-through}
        .side-against{color:var(--against);font-weight:600}
        .legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:10px 0;font-size:.8125rem;color:var(--ink2)}
        .legend li{display:flex;align-items:center;gap:8px}
        .legend svg{width:30px;height:13px;flex:none}
        .legend svg.small{width:15px;height:15px}

        """

    /// Values that contradict each other, side by side.
    static let disputes: StaticString = """
        .pairs{display:grid;grid-template-columns:1fr 1fr;gap:16px 40px;align-items:start}
        .pair{border:1px solid var(--rule);border-radius:3px;background:var(--surface);display:flex;flex-direction:column}
        .pair-head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 16px;padding:10px 16px;\
        border-bottom:1px solid var(--rule)}
        .pair h3 bdi{font:inherit}
        .pair-head p{font-size:.875rem;color:var(--ink2)}
        .halves{display:grid;grid-template-columns:1fr 1fr;flex:1}
        .half{padding:12px 16px 14px;font-size:.875rem;color:var(--ink2);border-left:4px solid var(--for)}
        .half.against{border-left:6px double var(--against)}
        .half h4{margin:0;font-size:.8125rem;color:var(--for)}
        .half.against h4{color:var(--against)}
        .half h4 svg{width:10px;height:10px;margin-right:6px}
        .half h4 path{fill:none;stroke:currentColor;stroke-width:2}
        .half:only-child{grid-column:1/-1}
        .stated{color:var(--ink);font-size:1.0625rem;line-height:1.35;margin-top:4px}
        .pair-foot{border-top:1px solid var(--rule);padding:8px 16px;font-size:.875rem}

        """
}

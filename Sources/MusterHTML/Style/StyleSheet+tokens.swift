extension StyleSheet {
    /// Colours and families of letters. Each pair of a text and what is under it has a contrast of 4.5 or more.
    static let tokens: StaticString = """
        :root{color-scheme:light dark;--paper:#FBFAF7;--surface:#FFF;--sunk:#F3F1EB;--ink:#1B1E22;--ink2:#474C54;\
        --ink3:#62676F;--rule:#DDD9CF;--edge:#85827A;--link:#174F86;--visited:#5E3B85;--for:#1C5A94;--forbg:#EAF1F8;\
        --onfor:#FFF;--against:#9A4409;--againstbg:#FBF0E6;--warn:#6E4E00;--warnbg:#FAF2DA;--post:#6A6F78;--postbg:#D9DBDE;\
        --c1:#D9E6F2;--c2:#AECBE5;--c3:#6FA3CF;--c4:#2E6DA6;--c5:#123F69;--t3:#1B1E22;--t4:#FFF;--t5:#FFF;\
        --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;\
        --serif:Georgia,"Noto Serif","DejaVu Serif",serif;\
        --mono:ui-monospace,"SF Mono",Consolas,"Noto Mono","Liberation Mono",monospace;--lane:21px}

        """

    /// The colours of a dark screen. Paper is white in every case.
    static let dark: StaticString = """
        @media screen and (prefers-color-scheme:dark){:root{--paper:#131619;--surface:#1A1E22;--sunk:#22272C;--ink:#ECE9E2;\
        --ink2:#BDBAB2;--ink3:#9C9A93;--rule:#343A40;--edge:#7F848B;--link:#8EC2F2;--visited:#C6ABEC;--for:#84BAEA;\
        --forbg:#182A3B;--onfor:#1A1E22;--against:#F2AC6E;--againstbg:#35271A;--warn:#E8C563;--warnbg:#2E2815;--post:#9BA1AA;\
        --postbg:#3A4047;--c1:#1D3449;--c2:#24527A;--c3:#336FA3;--c4:#7DB4E4;--c5:#CFE4F7;--t3:#FFF;--t4:#0E1114;--t5:#0E1114}}

        """
}

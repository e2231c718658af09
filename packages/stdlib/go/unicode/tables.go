// Written by scripts/generate-unicode.go.

package unicode

// Version is the edition of Unicode that the tables are from.
const Version = "15.0.0"

// The general categories, by their abbreviations.
var (
	C  = table(` ^!@#@".#K6!#'!$(#"5#N,G!"S!"$#X!!,<&'@!7#A&Q!"\!"F#:\!"R!"0#=!#",(@!0K"#B%)"#"7#("$%"*"#"%."&##&!#:!#$'&#"7#(#%#!#"&&#"$$",%#"!*22$#*$#7(##&"+%$!#"!:%"-,(#$)"#"7#(##&!#*!##!#$!*$&##&!#3!0##'!"$#%!"##"#$#$$$-&&$$#%!#"!(":6(.#$8#1!#*$#%!*##$!#"!#%!#+!*7#$8#+&"*#$%,#*##%!#+$6.#$T!#$'&1";#$3$9#*""($"&'#")*+"$6[!&>H"##"&#9"#8!#&"#(+"%^!I"#E!!$H!#E!0#.!F"G&#"!&""Z+#%!#("#%!#J!%"B!#%!#("#%!#0Z!#%!#D"!#A!!";*W""'"^4$Z",709056.#$#6_""+*+*/#,!(Z",L!(G"2@!#-!$-&"$K!"&4M!&;*,$_!"B"#>!#,!(+*/"@!@#N"$P!#U#!,]!$0$]!,L!",.L!(W0"'"G!"'")'"@!"V!#0/"'#4!#$*#,!&;(R!>#"<#.!"B!<B!<M$&X4P!,H!UX!"A!#^*!&N!#"!&""Y!,#:90(/(_#B";#Z"!4W&R!-&A"#W"!#H#!&L!#_"U"6P!#NS<!"X!0]*F!Y%.L&(##"&N!\!$+*Y!.G".-*U#4?$O"#,!$B!#X!!./"+"H#N!=2'"'"'0(#(]!&_#"+*E]*68&R!FP0O+"K#J"(6&(;#&"%#^#>^-"W!,"^!K!*T!#4%&&#H$!$_%$'"'"'"$$(#(!6#"-#;4##0"/B"\#($&N!$Y"#.!""\"O!B(>$R!<=&E!0?(L!(?#F!!$/R"_$"+*E!&E!&I!.U!4-#0(##,#0(##!B$X)072)N!'#K!*H$'""#M!#$""8#I"!,*^"4##!&B!$<("^#Y!&5"S!##!&)#$>"$&+,*,A"^!H!&-0W!$>"<(;,%6(^$J"L#T!8T!,O!.+J2@!#K!$"#T$L!.K!J!;J"=F!80O"&E!0_!#&!6:,+*V!#3!,H!0A##5!23#P!!X#(#"%#0,*\!(+*%#)!##!#7(##&#+!##!#$!#"!("(("($&T(]"#&!X!I".+J*W!"G!B"F"4+*.D![!*+J#<"0&8P+]!F&T"6)""")##?##!#-!.+J$)"O!",T!I".T"8J",+J/*#N!/2>$A!"7#/!N$(##M!$"##*.+*'##F!##',+J3:,2#J!!"=J%"<S!8\<J&P##&!2E&VD%D#8QA!>7RZ'H2P[0Z1,@!#+!$R"#+!(?"'2G"2+#(6(4^J!\"H&L"&Z!,2^#&4#:Y_%.WF!R"*LN1%#(##D)!:"X!$"":%.M,FP$L#(.$*,+"%^E)O!"80U#V#W'2H!"K".Q#H!G"R'5656X"0:L(V"#H"#"""#"%#-"#(B"#%!#)(#=%#&"$(#U*!#E)!#_5!:&#0!\D"@!*'H-(#2!#(##&!&_!@""^&N!$/"+&#^3@!@![!("^<K!JN!(#%##0F&"1P"M"&+&#@Q!E"V$^!B,%#<##"!#"+#%"#"!("&"%"$##""")"##"!#%(%%"#+2($#&2F##Z0M!&E#60"0#0F!2O%N#>8M!&*,#:'R)Y>&2$.$X#&@#*-&"<-&Y!.+*I!.?"#Z$U*6/".$*,O!#(!,/&*,*,T$#X!!F"+J@"AWI!^![A$*_&"CT%:RI'\A&_0B^"LZ$(AC$^TNK!Q'^@_+`)
	Cc = table(` ^!@#@"`)
	Cf = table(`M%#SJ!!(7#A&R!#A,!#Q"LY##]_!!&;(R!("2PTW!#Z'!"BF$#0C[(>ACB!&PF%.GTK8#?!\%`)
	Cn = table(`X;"'&(#"5#N,G!"S!"$#X!!,<&'4O(#]!!#F#!8\!"R!"0#=!#",(@!##!(M'#)!##!#7(#"!"%"*"#"%."&##&!#:!#$'&#"7#(#%#!#"&&#"$$",%#"!*22$#*$#7(##&"+%$!#"!:%"-,(#$)"#"7#(##&!#*!##!#$!*$&##&!#3!0##'!"$#%!"##"#$#$$$-&&$$#%!#"!(":6(.#$8#1!#*$#%!*##$!#"!#%!#+!*7#$8#+&"*#$%,#*##%!#+$6.#$T!#$'&1";#$3$9#*""($"&'#")*+"$6[!&>H"##"&#9"#8!#&"#(+"%^!I"#E!!$H!#E!0#.!F"G&#"!&""Z+#%!#("#%!#J!%"B!#%!#("#%!#0Z!#%!#D"!#A!!";*W""'"^4$Z",709056.#$#6_""+*+*;*Z",L!(G"2@!#-!$-&"$K!"&4M!&;*,$_!"B"#>!#,!(+*/"@!@#N"$P!#U#!,]!$0$]!,L!",.L!(W0"'"G!"'")'"@!"V!#0/"'#4!#$*#F#-"<#.!"B!<B!<M$&X4P!,H!UX!"A!#^*!&N!#"!&""Y!,#:90(/(_#B";#Z"!4W&R!-&A"#W"!#H#!&L!#_"U"6P!#NS<!"X!0]*F!Y%.L&(##"&N!\!$+*Y!.G".-*U#4?$O"#,!$B!#X!!./"+"H#N!=2'"'"'0(#(]!&_#"+*E]*68&R!&OS("K#J"(6&(;#&"%#^#>^-"W!,"^!K!*T!#4%&&#H$!#"_%$'"'"'"$$(#(!0&"-#;4##0"/B"\#($&N!$Y"#.!""\"O!B(>$R!<=&E!0?(L!(?#F!!$/R"_$"+*E!&E!&I!.U!4-#0(##,#0(##!B$X)072)N!'#K!*H$'""#M!#$""8#I"!,*^"4##!&B!$<("^#Y!&5"S!##!&)#$>"$&+,*,A"^!H!&-0W!$>"<(;,%6(^$J"L#T!8T!,O!.+J2@!#K!$"#T$L!.K!J!;J"=F!80O"&E!0E"2"":,+*V!#3!,H!0A##5!23#P!!X#(#"%#0,*\!(+*%#)!##!#7(##&#+!##!#$!#"!("(("($&T(]"#&!X!I".+J*W!"G!B"F"4+*.D![!*+J#<"0&8P+]!F&T"6)""")##?##!#-!.+J$)"O!",T!I".T"8J",+J/*#N!/2>$A!"7#/!N$(##M!$"##*.+*'##F!##',+J3:,2#J!!"=J%"<S!8\<J&P##&!2E&VD%D#8WB!RZ'H2P[0Z1,@!#+!$R"#+!(?"'2G"2+#(6(4^J!\"H&L"&Z!,2^#&4#:Y_%.WF!R"*LN1%#(##D)!:"X!$"":%.M,FP$L#(.$*,+")VE)O!"80U#V#W'2H!"C&H!G"R'5656X"0:L(V"#H"#"""#"%#-"#(B"#%!#)(#=%#&"$(#U*!#E)!#_5!:&#0!\D"@!*'H-(#2!#(##&!&_!@""^&N!$/"+&#^3@!@![!("^<K!JN!(#%##0F&"1P"M"&+&#@Q!E"V$^!B,%#<##"!#"+#%"#"!("&"%"$##""")"##"!#%(%%"#+2($#&2F##Z0M!&E#60"0#0F!2O%N#>8M!&*,#:'R)Y>&2$.$X#&@#*-&"<-&Y!.+*I!.?"#Z$U*6/".$*,O!#(!,/&*,*,T$#X!!F"+J@"AWI!^![A$*_&"CT%:RI'\A&_0B^"LZ$(AC$@ENK!"Z!A#^'Q'^@_#___!"___!"`)
	Co = table(`@@X!^O,AXA<Z__##Z__#`)
	Cs = table(`@@V!^_#`)
	L  = table(`A"R!'R!P!#+%#&!J!"\!"R<%6/((#"B$(""#&"#'"$"#"!D!"D%"T()J*"J"##'!N"H"T!%&N!T"D!""D&"#0!#(!#+!"##1"Z!>P%,#9!^!*"%#&!H!%#*$#8!N!(4&N!"*2R"[!J#$#3(20>%.#"#J!","#$!$$#1.""$/"+#)!(%"#J!",""""""@!&"#4!"10"$"J!","""($#30"8#,!,#"#J!","""($#?!#"!"0#2"*$$"&$""#"!#$!#$!"$67#U!!,"$"L!">$#;!"###!#?%."$"L!"2"($#@!!#"!#0!#2!."$"P"##1&$)$9*&B!$N!"0"##!*[!^"""-,[!""#"!&"N!"#"!0""*##!&"#6!$A!#@"!,"F"<(T#T"5#1!(%&$#$!#(!"%8-#2!H""#&#T""X4"&#,"#"!$#P""&#@""&#,"#"!$#<"P#"&#D$F!>1J%#*$VF!#@!"R!&T$'.(B!.D!/B!/8"$0F#D!#%D"P%((#B""#&!H$+\!R!Z!#(,V"%R!W!L!*H#S"#^"!Z"2.W!Z!."+V";F"J!$+F"#0(T"#$J!&"*""$#&!\+A"J1#*#J"#*#."'"!Z!#H#","#$!"",$&#*%8&$",U##.18F##%#2"#$!&''"!$"4#&&(%#U!!#\S"!F.'&$"-J""#&#N#(#1!J!*,",",",",",",",Q"#V.!#K!!&&"%J%'$"R%"&&T""Z%2^!Q!>A0^[,A"XHK!D"Z"#X0$>+"5\"1\!#J$R!0#L&#^#&""#"!&9>"$"&"L!>F#/B#_!*$#"!#,!T!+L!:X!(\"=#1!&"2+("P"8$".5L!$#$!@#"#$!##!&##"9$#4($-*#*#**,","T"":'D'>FZ5-L!%@#EH(Z6#R&G!,-(&#"!0"8"("#"!#"!#"!T&B!T63^##J#I!6U#("L(E!R!'R!,P%$*#*#*#$D!6"R!"D!"""<#:C!T'F,X!$@#P!^!.F!".'J"+Z!#F"%.Q!Z)3F"%F"%N")F#-4"<","""4"<",""D"L3*J!+.9*"R""0F"*##"!T"""$##!J!+L!*\!B"D!""+J!+R!G"N#'"A"#0!$"$"X!K!X!$X!D!."V!<J#+J!+D!.B!O#P$X!D#.D#.F"]*R"'"O"X!+#)!H!K!B!O!H!<L!-H#Z!"##.!V"A!P!;F">##)D"$#-!\"/&6#"D!B!"P!4"@","#"!$"<"2(\"G!.#"#J!","""($#3-(_$H#3&5$?^"5""#Y%!Z"J!&E!^"5#\!!R".#H"!R!F!,Z%V"U#^#@!.###!,"""N!0#"_".#L"1#"=#+!L"(#6,Z"4#3!N$H(0"H"2#R!!X!Q#,"""J"6#:!("""^!/#H*!B!0#"!6"B"]##P"!PY!G'F,MR"@&0^B"2*Z]#LD!ZM(PC!(\!2\$2Z!3^"1&@!H!&D!Q5^#A$T$&#C"!6A"""#=!L_+)JM"K!0HW(&","""D20#>!"##/!$)V8EH"T&&8$0(2G[%H%"L$""###!##!$"6"#"!*"@$"&#.","V!"&"("#$!*"F5#P!"P!"\!"P!"\!"P!"\!"P!"\!"P!".UY!\!'*F(Z#S$X"+,1#B*!X!3V"E/V!U7,"&"""<"H,\!F$(#UE!!$"T!"""##"2"&"#"'#%"%"!""""##")"!#"#&","&"&"#"!0"@!&$"("@!EJ$^MS"A!RC('Z-#BH+/@S.@A#ZA!CO!TT)&^E(`)
	LC = table(`A"R!'R![!#+!J!"\!"D,"&%^,"T!A&&#"$$"#'"$"#"!D!"D%"T()J*"J"*P"XX"J""#&#T"#$A5J%#*CD"0(T"#$A"V"@"8"B"F#J1#*#J"#*#."'"!Z!#H#","#$!"",$&#*%8&$",F(#%#2"#$!&''"!$"*%##!$&(%#U!!#\S"!T'#L&'&$"-J""#&SH>Z"3V!G$Z$"L!$&"T#&""#"!&<"$#V9!R"&0(^$AZ3,-(J@!R!'R!FE!^$A#F"%F"U#4"<","""4"<",""DV!D#.D#N]"^#AK5^#AL9H%"L$""###!##!$"6"#"!*"@$"&#.","V!"&"("#$!*"F5#P!"P!"\!"P!"\!"P!"\!"P!"\!"P!".UY!2"F!'*VN"F$`)
	Ll = table(`A#R![!#J!!L!"."W!"!1"!O!"#%"!"##"##$!#%##$!"###"#"##"!#"##$"##!##!"'%#"/"!3"!##"#$"Y!"!*###!#"%)"!F$"T!B&#"$#$!"3#<!B"""$$"7"!&"%#!#T!!\""A!"*U!"#-"!A#"Q!P"HZ"T"#$Y7*CD"0X#V"@"8"B"G#U$"!."A#"!.)*+.).)*+.).):#.).).)(""'#$!""")&#").+$""S(#$!#$<%%#")&%#V!LU"^""#$!'"%#"!#"!(&C#"!#("#%-J""#&TH>M!"4;"H$-"!""_!"!,"#"#)"%#"##"!""3"&#&"-"%#"')"=#$V9T"&0(^$AZ3,-(JA!R!NF!N"I$F"\$4"<",""DX!D#N^"^!AL5^![L9R!;,"B!;R!;&"#"!*"4;R!;R!;R!;R!;R!;R!;R!;R!;V!=P!"*;P!"*;P!"*;P!"*;P!"*"#UY!!0"F!'*XO"B"`)
	Lm = table(`P5B!%6/((#"F$#&_.#G'E%"N("%#@!*#$A%#H%UF!#@$V1#[V!L##D3Q.*O%\#.#C!!F"R5#.18@_""R'#@&V.#L!!&&#B#!#^"!"WX;#CG!!(O(#S#="Z#0Q"#8J#$$"V.#7J$#M#6"H#&*#G@5N!"A_!*"R""0F\8&PB!8A"""#M@0!$",""RA,Z#J&,N=#@C!`)
	Lo = table(`J%#0A(#%!$Q&#\9!R!%&N!^!"2D!""D&"#9!#+!"##1"Z!>P%,#9!^!6J!K!P!(4&N!"*2P"\!J#$#3(21<%.#"#J!","#$!$$#1.""$/"+#)!(%"#J!",""""""@!&"#4!"10"$"J!","""($#30"8#,!,#"#J!","""($#?!#"!"0#2"*$$"&$""#"!#$!#$!"$67#U!!,"$"L!">$#;!"###!#?%."$"L!"2"($#@!!#"!#0!#2!."$"P"##1&$)$9*&B!$N!"0"##!*[!^"""-*\!""#"!&"N!"#"!0""*##!&8&A!#@"!,"F"<(T#T"5#1!(%&$#$!#(!"%8-#R#!N4"&#,"#"!$#P""&#@""&#,"#"!$#<"P#"&#D$F!>R#VF!#@!"R!&T$'.(B!.D!/B!/8"$0F#I!#D"!B""H#((#B""#&!H$+\!R!Z!#(,V"%R!W!L!*H#Q%\"2.W!Z!."+V";F"J!$+Z!R#&"*""$#[A!!$X_"N#9L!*,",",",",",",",H1#V!%J%)#"!P%%#&!R""Z%2^!Q!>A0^[,A"HAI!"LG"D"N")V0%>+"C"#R!!H$J%#H#$,"$"&"L!>F#/B#_!*$#"!#,!T!+L!:X!(\"N!(#0+("P"8$".5>"*$#$!@#"#$!##!&##"9"$4(#/!(#*#**,",R$D">FZ5-L!%@#EH(Z6#R&D"#"!0"8"("#"!#"!#"!T&B!T63^##J#I!6U#("L(J#2"X"#\!$*#*#*#$D!6"R!"D!"""<#:C!T'F,X!$@#P!^!.F!".'J"+Z!#F"%.A$Z$C#N")F#]$L3*J!+.Y$*##"!T"""$##!J!+L!*\!B"D!""+J!+R!G"N#'"A"#0!$"$"X!K!X!$X!D!."V!<J#+J!+D!.B!O#P$X%F"]*R"'"O"X!+#)!H!K!B!O!H!<L!-H#Z!"##.!V"A!P!;F">##)D"$#-!\"/&6#"D!B!"P!4"@","#"!$"<"2(\"G!.#"#J!","""($#3-(_$H#3&5$?^"5""#Y%!Z"J!&E!^"5#\!!R".#H"!R!F!,Z%V"T&.###!,"""N!0#"_".#L"1#"=#+!L"(#6,Z"4#3!N$H(0"H"2#R!!X!Q#,"""J"6#:!("""^!/#H*!B!0#"!6"B"]##P"!PY!G'F,MR"@&0^B"2*Z]#LD!ZM(PC!(\!2\$2Z!3^"T!H!&D!Q;T$&#P%!L_+)JM"K!0XW(D20#>!"##/!$)V8EH"T&&8$0(2QS(#V/!V"B!#B*!X!3V"E/T!V7,"&"""<"H,\I!&"T!"""##"2"&"#"'#%"%"!""""##")"!#"#&","&"&"#"!0"@!&$"("@!EJ$^MS"A!RC('Z-#BH+/@S.@A#ZA!CO!TT)&^E(`)
	Lt = table(`E.%#G!#VL'!,).).-#0P! `)
	Lu = table(`A"R!F#L!",B!W!"#/"#O!"!%"$""#"!#"!"#&"""$$""""%"!#"##"!#"!""#"!#$('#"-"#1"###"$"Y!"("""##"!$"'"B)#"$#)'#"!""#"!#"!>"0D!##!"$7"&##""#D#Q!A!"*W!"!-"#_""#J"JZ"J""#&S6J%[D"T"#$A*U$"*A#"*.)*+.).)*,'").I"&-&-&-(,&G(#%$$#$##$!&''"!$#&+"&#^!]S"^"Q!#"!"#'"!$"##)$"A#")#"%#NJ>"K!"4;"H$-"$]!"+%"!)"%#"##"$5"!&"("/"!$"#'&#"=#LY5!P!FF!N"I$F"]$4"<",""KW!D#N_"^!AL5^!AM9R!;R!;R!;#"!%#!##!$".;R!;""&#.",<""&"("#$!*<R!;R!;R!;R!;R!;R!?P!B!P!B!P!B!P!B!P!B!#VI$!@"`)
	M  = table(`@8^&T(,H(X""#"!#"!#"I"4Q!H!1#F#!*#*#""&D!#?!R!\"4[!0*#9!$"0"$"(L!$]!.K!N!"@"W!$"B!",+">$Y!#"!*#"#$*#+!#;#$Y!#"!&%"#$$#?!#$,$Y!#"!,"$"$5"7*"$Y!#"!*#"#$($+"?#\!!&$$"&*#I!!&X!#"!*"$"&(",">$Y!#"!*"$"&(","0#-!$X!"","$"&*#+!#>!"G"#%!("#"!,3"^!##!*-.C###!.,,J""<%"%"R!F!""&4"F"*#E#!D!8&%$"$#,$&.6"#+!$@6$S=&=$>"?"A"^!*#N!!""#V#!#C!W#6%6\&(Z!2"X!##Q!!Z!R!(P!@!G!0-$?8Y!:Q!F!Y$$"H!%#'#$G&^#Q6@"__"$N$#A#!\!K1*J#"UN=&"2A!"Q""Q(#$%#8!&%#T"!#S!!@!;B!.#G!!,:8M!&P!:E!#D"!8-#)!#N!!"S!#"!"#"&""#J!!&&"M'.""QY3#B7!<1>N>#C'V$(GT!$""&&I!$%#F%!#^1!$D,"Q"$G"4R!&[#$V!<J!##!#+!$N!4(#^!!"E!:1"M!#-!"Q!:)&""]"6'##^$66&X!"",#"#$*#+!##!*$(A&B!8#R"!D!L',#0<"S"@!K#8F#<A(<V'*""#&"#"!#N$!*#,$#=!0I!,"&)#*!2O!>V,.".S"J!":[#*$#"!#"!*"#C"!&"""(\*&*""#Q!!*$(^G%#'!:[T-(\!,Y@!#"!J#(&R"#,!#LE3!#BS$!X"#L!_0($*).#,?&U$$\]!L#%B#)#/7("<QJ!,"@!#,"""(E##A%!*X+#^!!$]/&A?,N#,V]E8^.`)
	Mc = table(`CH"#X!#$)&""S!"[!$'"#"+#L![!$C"#[!!")#"!#V!!#[!"#'!##!#+G#"""$$"$+#J!!"^!&^!"[!#"!&#"""*"=#/!#[!!"&$"$+#K!!#L"!"'.3"K*"@"#L%!#%'##!#:!#+!"#,6"#*##+!"YS!#?B$#(!,""[*&#$%""*A'"[!#"*#"!#)!(R$#Q!&#"!&""^!#?%"##]!#$"#$!#Q!!,)"L%#6WY$"T_="##Y"!#S!!<O$"P!#Q!!#%!##!"O#"#"9#N!"#N##"&#N'!#"!#"!#"T@9#"@$#N!!"%"T##9!#\!Q!$*".#^"!"$""#K%!"@!"[!""&#"#$*#+!#R&!")"$#K#!"'#"!$##N'!"'&##R#!")""#N#""'#J#!#%F($*#X'!(""%##"#O$!")&%#U">"_!#X,/#K#(##V&(%""#_*!#-Q!")""#P@4!J#I#"TK8"'*`)
	Me = table(`HD!"UQ%#_P!!$"$LLA!$`)
	Mn = table(`@8^&T((J(X""#"!#"!#"I"4Q!H!1#F#!*#*#""&D!#?!R!\"4[!0*#9!$"0"$"(L!$]!.K!N!"^!X!#"%.%#$!*+">#[!%&)#5!#;#"Z!#%!#%!##!"$#?!#$,"Z!#%!&""%#5!#7!("#[!##"!$)#(!#,!#?^!#-S!#$X!#"!"&$"&(",">#[!##'&"5"="Z!"%&)#5!#>I"#(!""#["#,-.C###!.,,J""<%"X!:"(""&4"F"*#G#!$"*""#":"%$1&.##!#'0#@6!"S=$>"?"?"A""",)##!2*#N!!""#V#!#C!W#$%"*#'!"\&"##[!","#"#.'2##Q!!8">R!&Q!#"!&"#&I!0-"A!&#""$Y!#"!#$"$[!.#"Y$$"8",%#'$"G&^#Q68%#$!4__"$N$#A#!\!K1&L#"UN=#%!0A!"Q""Q(#$%#:!#&X$";B!.#G!!,:4O!$Q!##!$#"H!#D"!(#"#"-#)P!#T!"$#"&""#K!!#)O'##%#QY3B7>1>N>#C'V$(GT!$""&&I!$%#F%!#^1!$D,"Q"$G"4R!&\##W!!:J!##!#+!"R!&#"(#^!!"E!("._!#-!#U!!.+&##@#!"##"!#'##^$$.6"Z!"$#F!!*$(D&.#$"#8U"*"#%!#"!#O'!$'"""<"V".##"!#K#"##!("#F#!"#&"(D(0""A(""#%Q$&#"%#A!!0I!*#&)#*!(#$O!8""W,,"*"#S"!H!#,""""[#*$#"!#"!*"#I"!#$"#\*!#,!#U!!&&#"^G%#'!:[T-(\!,Y@!#@"!$R"#YE3!#BS$!X"#L!A1$2.#,?&U$$\]!L#%B#)#/7("<QJ!,"@!#,"""(E##A%!*X+#^!!$]/&A?,N#,V]E8^.`)
	N  = table(`P!2Y#"&##!"BM!2G$2G&2],2W#2%*M#2W#2W#2#*O#8T#2),H#2I#,(D!N#2A#2W#2G"F!M(2G"2P6F!R;$P'2'272M)2A$4F%2'2W%2W"2G$2'2W@!#$!('2G&D##(W6V#O"J!W3Z!JK!#J8:0/$X*&K$2?."<A!2H!<A[<2]%2A**[$2G!2G&272W"2W,2WX42N/X"-P#2"V*T!E!&>#)G$(K&2O=.:,H!0L"(7*A%"#>#Z"A"0U!"?$L"(I#.9.J!,K**Q!2G)\!_$2K!&Q#,G$Z!A$2]!2Q$2(F!\'2W*2W#2W+2G#2G#6E-D!^"2W7X!D'2G"2G-2G#H!LA!\&RO12W"2G$2",_8L!JA9F!-F!M#P!VB!B#AJ"2G-2W/2N>0A$2X8T#"$"&M"X""<C>8DW"2`)
	Nd = table(`P!2GQ!2G$2G&2],2W#2W#2W#2W#2W#2W#2W#2W#2W#2A#2W#2G"2W(2G"2GZ!2G!2M)2A$2G%2'2W%2W"2G$2'2GNB!2G52G!2G&272W"2W,2WX42GL!2GD"2M92A$2]!2Q$2W(2W*2W#2W+2G#2G#2G-2G#2W72W'2G"2G-2GX22W"2G$2UC;B#AJ"2G-2W/2WB!2WT$2`)
	Nl = table(`NW%$PS"D"#&_S##:!./$LU=2QR6H#M.#)G$(KA(\&`)
	No = table(`R%"&##!"VI"*Y+*Y#$F$,Z&,20R-2VA!F!TC!2A/#VT!$*'2G&>J!#W6!T#O"J!W3Z!JK!#UD!!$K$2?."<A!2H!<QK=*RF6X"B"&2"V*T!E!&UI!.:,H!0L"(7*A%"#>#Z"A"0U!"?$L"(I#.9.J!,K**A+\!_$2K!&Q#,G$F!\+F!FJ!"O-0H;D!T:H!G\2,_8L!JA9F!-F!M#P!OJ%0B=T#"$"&M"X""<C>8`)
	P  = table(`A!$"*"&+"$";$"#<"#D!&#$+"$#$_5#)S.*J!"T!#"###M!"5""".#"!"K"&G##L!!8J'$W!<@!#F(!#+M$#Y#Z##G,-#P+["#+!#I%!:"#F!!$H"#K"!&%"P#*L%#E3!.X$#N3M!"O"$H""^$$"$F!4Z)"Y&"A$,"*M%,="^#&\!(_!"A".,#]9!L!)F!"8"6?"/"Z3&>"^A!:P""@!2T,J!@"&A!"\7&""Q##P$!Z""^!#6D-$%2#61#-C##["C@="N($D##+T#*]+&W""I!$"#R!!#P!B#81"]#&_#"1"Z'#SJ4!#Q&!07D"":"#%""V$$"*"&+"$";$"#<"#"!*[,$]4#Q!_,#H7H&#@!Q(0G!#Q#!*C",Z"&Q8#H%!&M!&^%,N#""&_#&Q!"P"&%#."$Y"*L##B-!&+""#I#['L!J#$=8M"#C$!"]'#I(!"\$#]"!,T"$"(^"2X)(K!"F4"K"8P%#QC!!&][""\S."F$#B"!&)#S:!$H*#]E3HO'(SV#"`)
	Pc = table(`_"#@_'!#4_NW!"9$P' `)
	Pd = table(`M!#]J!T!#BR#F@!#J@"!(BP###@!"%#=_-#4P##QLS!!#F!+#J%@]# `)
	Pe = table(`I!#T!@!#^U#"#_Z!JM"#X!0#[3"#?_A!-"Q"#A!"'"U,5"A"#"B!#FA!"%"M!'"M-)"$'"#"_HS!#Z&>/"$#2"#"K%#T!@!%#`)
	Pf = table(`[%#^Z'$#=IN##"%##0#$`)
	Pi = table(`K%#M['#"##:IN##"%##0#$`)
	Po = table(`A!$"$#%"!#+!#$!#<E"#&/"(#_5)#S.!(J!#W!###M!"5""".#"!"K"&G##L!!8J'$W!<@!#F(!#+M$#Y#Z##G,-#P+["#+!#I%!:"#Q#K"(%"P#*L%#E3!.F8#]#!"H""^$$"$F!*"&Z)"Y&"A$,"*M%,="^#&\!(_!"A".,#C:!#)!,)0#&#$$4"#"!0[D#&""Q##P$!#%!"###!."""##!#+!&"2#&"#"!6#$M-$Z!#^%C@="N($D##+T#*]+&W""I!$"#R!!#P!B#81"]#&_#"1"Z'#EQ4!*##75"#&$$"&($'#"!#V$!""$#%"!#+!#$!#<E!##! [,$]4#Q!_,#H7H&#@!Q(0G!#Q#!*C",Z"&Y=(M!&^%,N#""&_#&Q!"P"&%#."$Y"*L##B-!&+""#I#['L!J#$=8M"#C$!"]'#I(!"\$#]"!,T"$"(^"2X)(K!"F4"K"8P%#QC!!&][""\S."F$#B"!&)#S:!$H*#]E3HO'(SV#"`)
	Ps = table(`H!#S!@!#_U#"#_Z!_K"#$G!#X!0#[3"#?_A!-"Q"#A!"'"U,5"A"#"B!#FA!"%":#3"%"M-)"$'"##BIS!X&#>"-"$#2"#"K%#S!@!#$# `)
	S  = table(`D!#'1$@!#"<#"D!(""##"!$##$?#@!K.&-:&,"#"!>V##/!#Q#L$#K(!"W#$###!#O&+#4!#X'("I$#J+!#'!#V'_##C$!,E$#P&J!#F&B&$0#"!"#*5%"F$."*""&&F&"Q72T6#N+E+#^$!@"B+2*0AB!#"!",$.$.$."F"#.H!$.$4@"@"""&""+#"!"&*"%"%#,!#%!&&&"#[!!#%!L7%X!#V/:4R"Z$7NF!M!@##\!+D97\#%^!#J7#^!"P&F'*F+"O!R!"P%-J-;6)#.!#-6"'"\""T'"%2A!F"=\!,Z!)#0!\!+L"0^3AN&^#QT5L#Z1L!*"H#"^$&+&^1$B'#/!#^]3I$@!^+>@$#M!!$C##"!"##[$'#1!"@!#"<#"B$,",."Z)0Z!@!#$"8$#P!!V"[S!"P2#WC#VD"X!KZ2&&#WJ4TU$F']!J/+L"#V#&$7"(Z!%X#6B$$#[%!J%K;#:@!#:@!#:@!#:@!#:]!^?X!&S!.":""IV!#P-MM"#$^##B.!#O(!T"%F&-<#<"<"H"8@*Y!X!.V"%0("/*[$N]!%@!$8$L'%\%'6%#0!4%N#)2'N")Z!#"O"F5-:#8$0(Z"",):%0(0(D)"L#`)
	Sc = table(`D!#^#!$JG!#\#S/"S/"(#V'H(#F2\L"#EF"!^!X[A!#DN5M##[$\&"$"W_'&_XP!#QM"`)
	Sk = table(`^"#"H"#'%#$J0&-:&,"#"!>V##/!#CH!UY%#"!",$.$.$."]D$"DS=L!*"H#"Q>#/!#GB4!>\;#"C% X@]!(`)
	Sm = table(`K!#1!"^!#"N!#%F!#@!_7#P0!"\Q&#.H!$.$L$#H!!&'#E"!&&"%%#(#@!!##"#@!!T0A!"["#?!N!I!*V.#*W!.P##Q*!&#\!+>A(D(7\#%^!#B0Q!H!#*]^S!#Y9"$E%#1!"^!#"D$#'!$UVU!#:@!#:@!#:@!#:@!#:MY%"`)
	So = table(`F%##%#"R>#K(!#@$!#O&+#4!#X'D0#V+C$*"#E$P&#J!H,$0#"!"#*5%"F$."*""&&F&"Q72T6#S6^$B"B+2*0DL!""&""+#"!#'!("%"%#,!#/"""#[!!#*!&#&""""","\!#""#"!Z!M(.%F!#,#@%"Z!:N"'H$:4R"Z$7L+"0"J#)\&"N/M!V"A"^/A0^"6"'L"#^!"P&F'*F+"O!R!"P%-J-;6)#.!#-6"'"Q*"%2A!F"=\!,Z!)#0!\!+L"0^3AN&^#QT5L#B;&+""#^1!"GV4>@$#N!!"E/#$%"."Z)0Z!@!#$"8$#P!!V"[S!"P2#WC#VD".%@!KZ2&&#WJ4TU$F']!J/+L"#V#&$7"(Z!%X#6B$$#[%!J%JE!^?X!&S!.":""IV!#]Z"B$#R6!T"%F&-<#<"<"H"8@*Y!X!.V"%0("/*[$T/&NM!%@!$8$L'%\%'6%#0!4%N#)2'N")Z!#"O"F5-:#8$0(Z"",):%0(0(D)"L#`)
	Z  = table(`@!#@$@O%#@L"!2>"&#P!A]# `)
	Zl = table(`HA( `)
	Zp = table(`IA( `)
	Zs = table(`@!#@$@O%#@L"!2E!#P!A]# `)
)

// The larger categories, by name.
var (
	Digit  = Nd
	Letter = L
	Lower  = Ll
	Mark   = M
	Number = N
	Other  = C
	Punct  = P
	Space  = Z
	Symbol = S
	Title  = Lt
	Upper  = Lu
)

// The scripts.
var (
	Adlam                  = table(`@HZ#V$%2%"`)
	Ahom                   = table(`@XE"T!#<%L!`)
	Anatolian_Hieroglyphs  = table(`@@Q"LD!`)
	Arabic                 = table(`@P!("*":"$"^!"2,R!"V&"B"Q"^"Q'\!""'R$"X!QR\!D'1T6#^$#J#(#A!!<Q#("L(D[#\!_#$AXW!&"T!"""##"2"&"#"'#%"%"!""""##")"!#"#&","&"&"#"!0"@!&$"("@!U!"`)
	Armenian               = table(`QI!J"#B##$DL]!(`)
	Avestan                = table(`@XB"J#$,`)
	Balinese               = table(`@X&X$$\"`)
	Bamum                  = table(`@UI!N%IHP!PC!`)
	Bassa_Vah              = table(`PVZ"Z!#*`)
	Batak                  = table(`@^&F#)&`)
	Bengali                = table(`@L"&".#"#J!","#$!$#0#"#&)#%!#"!&#P!`)
	Bhaiksuki              = table(`@@G"0"X"":+X!`)
	Bopomofo               = table(`J7"ZP+T"Q#^!`)
	Brahmi                 = table(`@@D"Z$%F"* `)
	Braille                = table(`@@*^/`)
	Buginese               = table(`@P&V!#"`)
	Buhid                  = table(`@Z%F!`)
	Canadian_Aboriginal    = table(`@@%^G!Q1J$[M@">`)
	Carian                 = table(`@U@"@#`)
	Caucasian_Albanian     = table(`PIA"F#, `)
	Chakma                 = table(`@HD"H#"B!`)
	Cham                   = table(`@PJ!L#*:#2#&`)
	Cherokee               = table(`@]$J%#*S[E!^$`)
	Chorasmian             = table(`P]C"V!`)
	Common                 = table(` @$;*;\""<"(8#@!B.L"&(#F!U##*'#"^3#'/#$A!#]$E0#B$!#ZF!V,&C)#PO!!"H""L&""#NF!.#(!$"*"$##F8!4#L%"4$4"<2@"@"J""$#*"T!"@!J!$%LI!:46^Y!A(FG!#^!"P&A0Z%S,6%("#"!N!0.%&\""$#["!#T$!<A!F"]!^#@!@%P!#Y"!L*AN&^#AH6B"G#$F%2U'#A%L,#/!#SN4!#Q&!07D""D!"&T$#"!\!;*;4+#N!!#A"!*",+(C($%X"$0Q"8T!X"E'T!EMN!&MU$F']!J/+L"#Z#$@!)"(Z!%X#V&F!-F!-L%*P!H$H%"L$""###!##!$"6"#"!*"@$"&#.","V!"&"("#$!*"F5#F2#B#RC%F$M"X#C6V"%F&-<#<"<"H"+Z*Y!R!"".V"%0("/*[$N]!%@!$8$L'%\%'6%#0!4%N#)2'N")Z!#"O"F5-:#8$0(Z"",):%0(0(D)"L#F!2H@A8#?!\%`)
	Coptic                 = table(`B?:QD*F'&,`)
	Cuneiform              = table(`@@H"RY!G#\&"(,F,`)
	Cypriot                = table(`@@B"*##"!T"""$##`)
	Cypro_Minoan           = table(`P\K"D&`)
	Cyrillic               = table(`@@!H(#P*QZ%0C%#M"HC$^!AB>^%O\5"APX!Z#B! `)
	Deseret                = table(`@@A"^$`)
	Devanagari             = table(`@H"@%%<#R!A[G!^!AP<2`)
	Dives_Akuru            = table(`@HF",###!,"""Z!""#6*2`)
	Dogra                  = table(`@@F"V#`)
	Duployan               = table(`@@O#T&&8$0(2#&`)
	Egyptian_Hieroglyphs   = table(`@@L"JE"`)
	Elbasan                = table(`@HA"N"`)
	Elymaic                = table(`@_C"L!`)
	Ethiopic               = table(`@P$P$"&#,"#"!$#P""&#@""&#,"#"!$#<"P#"&#D$#^!$R!GO&L!*,",",",",",",",CI?*#*#**,",REO","&"""<`)
	Georgian               = table(`@E$J""#&#T""&Q\"T"#$AB$J""#&`)
	Glagolitic             = table(`@@+^%A]L#,"@!#,"""(`)
	Gothic                 = table(`PY@"T!`)
	Grantha                = table(`@XD"&".#"#J!","""(#0#"#$##'&,#,$(`)
	Greek                  = table(`P;&"$#&"#%"#"!""#"!D!"\#/>GI&(S!(%(U"#A*!H!#*#J"#*#."'"!Z!#H#"<":#*"D!#$"0H)#_QB![N5\$2#@CT!!H$`)
	Gujarati               = table(`AT"$"0"$"J!","""(#2"$"$##0!$#6(,`)
	Gunjala_Gondi          = table(`@KG"*"""H""""*(2`)
	Gurmukhi               = table(`AP"$"*%"#J!",""""""##"!&%"#$$#(!$"#(!>`)
	Han                    = table(`@T+R!"P%-J-P!#":0/&E>^[,A"^_H!AH6Z6#R&IH="-"O@D!^MS"A!RC('Z-#BH+/@S.@A#ZA!CO!TT)&^E(`)
	Hangul                 = table(`@H$^/OQ'"B(Z%R#\!B"\!BW=X!D4FZ5-L!%@#E])\!$*#*#*#$`)
	Hanifi_Rohingya        = table(`@HC"N")2`)
	Hanunoo                = table(`@Y%H!`)
	Hatran                 = table(`@GB"D!""&(`)
	Hebrew                 = table(`QL!L#)T!%*II]!R!"("#"!#"!#"!0`)
	Hiragana               = table(`AB,J%'$B[_"\13#>!"NE0 `)
	Imperial_Aramaic       = table(`@BB"J!"0`)
	Inherited              = table(`@8^&V("E.4;#A7!$\J$\!B0$"8",%#'$"G&^#M0"C&@"ZY#&L#"FKS!>1:P>#C'[B$#E^N!!X"#L!A1$2.#,?&SZK8^.`)
	Inscriptional_Pahlavi  = table(`@[B"D!&.`)
	Inscriptional_Parthian = table(`@ZB"J!#.`)
	Javanese               = table(`@LJ!Z$#2%"`)
	Kaithi                 = table(`@DD"D$+ `)
	Kannada                = table(`@D#8"$"L!"2"(#0"$"&("'""&#2"$`)
	Katakana               = table(`AE,R%#$Q'>Q&\""N%O@S!2"X"SBL!&","""#@)!"S!#/!$`)
	Kawi                   = table(`@XG"@!"P"$V!`)
	Kayah_Li               = table(`@HJ!Z"" `)
	Kharoshthi             = table(`@PB"&""&."$"X!#$%2(0`)
	Khitan_Small_Script    = table(`D_["#\X&!H=`)
	Khmer                  = table(`@\%Z%#2'2G/^!`)
	Khojki                 = table(`@PD"B!"\"`)
	Khudawadi              = table(`PUD"T#&2`)
	Lao                    = table(`AT#""#"!&"N!"#"!J!#("#"!*"2#&`)
	Latin                  = table(`A"R!'R!P!#0&L!"\!"@<H!(\P&J"'@#&&&8"J$B"^/R+#.18N$"'#<2P"XV"^!CU>J&$^#&""#"!&9:Q9T""0"&W\3,[@!R!'R!FA"*"R""0FZU!\!'*`)
	Lepcha                 = table(`@@'N#$<$$`)
	Limbu                  = table(`@H&\!"6%6%#$!4`)
	Linear_A               = table(`@PA"L3*J!+.`)
	Linear_B               = table(`@@@"6"R!"D!"""<#:C!T'`)
	Lisu                   = table(`PFI!^"QU> `)
	Lycian                 = table(`@T@"X!`)
	Lydian                 = table(`@IB"R!& `)
	Mahajani               = table(`PJD"L"`)
	Makasar                = table(`@WG"P!`)
	Malayalam              = table(`@H#8"$"D#"$"*%>#R!`)
	Mandaic                = table(`@B"V!# `)
	Manichaean             = table(`@VB"L"%6`)
	Marchen                = table(`PCG"^!#J!":`)
	Masaram_Gondi          = table(`@HG","""V"$#"!#"!.)2`)
	Medefaidrin            = table(`@R["T%`)
	Meetei_Mayek           = table(`@WJ!L!J&Z"#2`)
	Mende_Kikakui          = table(`@@Z#H,#>`)
	Meroitic_Cursive       = table(`@MB"N!%F!#Z"`)
	Meroitic_Hieroglyphs   = table(`@LB"^!`)
	Miao                   = table(`@X["T$%P#(@!`)
	Modi                   = table(`@PE"H$,2`)
	Mongolian              = table(`@@&"##"!D!'P%(T"VM_!8`)
	Mro                    = table(`@RZ"\!"2%"`)
	Multani                = table(`@TD","#"!$"<"4`)
	Myanmar                = table(`@@$^)AJF!\!B#^!`)
	Nabataean              = table(`@DB"\!)0`)
	Nag_Mundari            = table(`PFY#R"`)
	Nandinagari            = table(`@MF".#Z"#4`)
	New_Tai_Lue            = table(`@L&V"%R!'4$"`)
	Newa                   = table(`@@E"V%"(`)
	Nko                    = table(`@^!T##$`)
	Nushu                  = table(`A_["#OL0!T8`)
	Nyiakeng_Puachue_Hmong = table(`@HX#X"$:#2%"`)
	Ogham                  = table(`@T%X!`)
	Ol_Chiki               = table(`PB'^"`)
	Old_Hungarian          = table(`@DC"D#.D#(*`)
	Old_Italic             = table(`@X@"F"*$`)
	Old_North_Arabian      = table(`@TB"^!`)
	Old_Permic             = table(`PZ@"T"`)
	Old_Persian            = table(`@]@"F"%:`)
	Old_Sogdian            = table(`@XC"N"`)
	Old_South_Arabian      = table(`@SB"^!`)
	Old_Turkic             = table(`@@C"P$`)
	Old_Uyghur             = table(`P[C"R!`)
	Oriya                  = table(`AX"$".#"#J!","""(#0#"#$($%""(#B!`)
	Osage                  = table(`PEA"F"%F"`)
	Osmanya                = table(`@DA"Z!#2`)
	Pahawh_Hmong           = table(`@XZ"J$+2","H!&D!`)
	Palmyrene              = table(`@CB"^!`)
	Pau_Cin_Hau            = table(`@VF"P#`)
	Phags_Pa               = table(`@BJ!N#`)
	Phoenician             = table(`@HB"V!$ `)
	Psalter_Pahlavi        = table(`@\B"B!(&-,`)
	Rejang                 = table(`PIJ!F", `)
	Runic                  = table(`@U%T$$4`)
	Samaritan              = table(`@@"Z"#<`)
	Saurashtra             = table(`@DJ!J$)6`)
	Sharada                = table(`@LD"^%`)
	Shavian                = table(`PBA"^"`)
	Siddham                = table(`@LE"J##J"`)
	SignWriting            = table(`@@V#VH!0("<`)
	Sinhala                = table(`AL#$"B!$N!"0"##!*$#%!("#"!,'2#$M_@"F!`)
	Sogdian                = table(`PYC"R"`)
	Sora_Sompeng           = table(`PFD"P!(2`)
	Soyombo                = table(`PRF"D%`)
	Sundanese              = table(`@\&^#A(.`)
	Syloti_Nagri           = table(`@@J!X"`)
	Syriac                 = table(`@X!:"V##$Q(4`)
	Tagalog                = table(`@X%J!* `)
	Tagbanwa               = table(`@[%8"$""`)
	Tai_Le                 = table(`PJ&Z!#(`)
	Tai_Tham               = table(`@Q&\#"X!#4'2':`)
	Tai_Viet               = table(`@TJ!D$9(`)
	Takri                  = table(`@TE"R#'2`)
	Tamil                  = table(`B\"""*$$"&$""#"!#$!#$!"$6%($$"&##'/H!F^D"B#. `)
	Tangsa                 = table(`PSZ"\$"2`)
	Tangut                 = table(`@_["#@!!L_+)^O!A00`)
	Telugu                 = table(`@@#8"$"L!">#0"$"&(""$###!$#2(0`)
	Thaana                 = table(`@\!B#`)
	Thai                   = table(`AP#R#&V!`)
	Tibetan                = table(`@X#N$"F"%L""F""<",%"`)
	Tifinagh               = table(`PI+N#("/ `)
	Tirhuta                = table(`@DE"N$)2`)
	Toto                   = table(`PTX#\!`)
	Ugaritic               = table(`@\@"Z!" `)
	Vai                    = table(`@HI!V2`)
	Vithkuqi               = table(`PKA"4"<","""4"<",""`)
	Wancho                 = table(`@VX#R#& `)
	Warang_Citi            = table(`@EF"D%- `)
	Yezidi                 = table(`@TC"R""$#"`)
	Yi                     = table(`@@H!XH"$L#`)
	Zanabazar_Square       = table(`@PF"N$`)
)

// The properties.
var (
	ASCII_Hex_Digit                    = table(`P!2(*;*`)
	Bidi_Control                       = table(`\P!#RO&!#;!&X!&`)
	Dash                               = table(`M!#]J!T!#BR#F@!#J@"!(^!#H!0#G,E@###@!"%#=_-#4P##QLS!!#F!+#J%@]# `)
	Deprecated                         = table(`I*#JI!DH"#"JA""FF"*Z5"WFW; `)
	Diacritic                          = table(`^"#"H"#'%##!#X/!Z)".&*2"%#*!#^'!&R&#X!!>"T!"#"!#"G$.%"G$"%"$$D"T!\"4[!4C!"_#.J!21V!^!#1$&=#K"1#O#1#O#1#P!!"]!#1(#X#O##1O##1N#"1%]#!("#L#.(L""<%"%"C"$""_!#Q#""I!"%(:,"#+!#B6!"U="T%4*#\*!"Z).##Q!!:#4I##0G!0W!"K$"A"*S"P!%#'#$S!\#Z"6F!4^-#"!",$.$.$."QG#$^)#[/!(J#&@##SK=-""#=!#S"!#/!@"G#$N#"K&#<!@!Z!&E!#@#-#E!V$$B"&T!#E#!&*$A$"QY3#B8!<O(#"P!#N!!#D"]7#@E!!("R""0K9"\1*V.$G"4R!&A&#J!I""Y#"_!#M"*$I#"S%"R"#19,$(N&#$\#"\'"_##W#!#T#N("C("%#]$T"#3R"#F-C(#"!#R"PU%<[T-(\!,YB!@!Q""__/&",""BX'Z"#L!A1$$*).#,?&CT#Z#C&,X+#^!!$AO!,N#$"$`)
	Extender                           = table(`W%#Y0!#O;Z-#[:Q7#@$DJ"#Y!D3#O,E"#J\$L!(H#"^"$WX;#WO!C>#7J$#M#6"\C5 Q@""[^"#I3!"PF!#JE4!#]D!!#"YJ<"G@"$`)
	Hex_Digit                          = table(`P!2(*;*JU_!2(*;*`)
	Hyphen                             = table(`M!#@$]F!#\S$J@""FP##D7HKS!#J%X" `)
	IDS_Binary_Operator                = table(`P_+"#.`)
	IDS_Trinary_Operator               = table(`R_+"`)
	Ideographic                        = table(`F@,":0/$F>^[,A"^_H!AH6Z6#R&KH=#<!L_+)JM"K!0HC)V8EH3^MS"A!RC('Z-#BH+/@S.@A#ZA!CO!TT)&^E(`)
	Join_Control                       = table(`L@("`)
	Logical_Order_Exception            = table(`@R#(\#(QW"$##[GD!!##""`)
	Noncharacter_Code_Point            = table(`PN_!^!O0"___!"___!"___!"___!"___!"___!"___!"___!"___!"___!"___!"___!"___!"___!"___!"___!"`)
	Other_Alphabetic                   = table(`E:#K3!8"#"!#"!#"I"4Q!8",1#F#!*%&#"%#D!?>G#4F#"$0"$"&H%6$,'F!W!"#<""&$+">$[!,#"#"+#+!#>!"[!(%"#"%#?!#$,$[!."$""6"7$%$[!,#"#"*"+"?#\!!&$$"$+#I!!&Z!,"$"$)",">$[!,"$"$)","0#-!$[!,"$"$+#+!#>!"L"*"#"!,3"^!##!*3#D##*""1#D%!B!*4"F"O#6"##!$8&%$"$#,$&.6"#+!$US!"?"?"?"C"D!]%"C!#W#!4%0_&(Z!2#F!K"",$R!(Q!<]!$?0#"Z!4S!D!Q-:BV!F#WG"^!UC>.C!"C+#)8(Y""S!>"#Z!G!(=6N!&Q!6F!#D"!8-#)!#N!!"S!#"!"#"&#M!!&&#N'!,TY3 XB"(GT!$""&&U8&D,"T*$V!:N!",$N!0*#^!!"E!63"Z!$Q!8/"]"0##'##^$!08&[!,#"#"+#+!#R&!6"$K#B!N',#,>"S"<"#K#!2H#:B(8X'*""#"$#"O$,#*%#=!0K!("&34O!:X,.",T"J!":[#*$#"!#"!""#$C"("""&]*&*""#Q!!*$$O@4#"!J#(&^""ME3#B[(!*"@!#,"""(E##XE"I_!R!'R!'R!`)
	Other_Default_Ignorable_Code_Point = table(`O:#PP#!#TR!!#PE"_G$#\QS!P"0H@@:#"!X!A#^'Q'^@'`)
	Other_Grapheme_Extend              = table(`^M"#9G+#9G##9K'#3!#H#9#X#0#VJ#WF!#BA$!#O[S!! _\$#9Y*#-R'#A<UAN!#)!&NUK8^%`)
	Other_ID_Continue                  = table(`W%#P6B_#0IS! `)
	Other_ID_Start                     = table(`ED&"RD"#6M[#"`)
	Other_Lowercase                    = table(`J%#0V/0("?(A##U!BL##PA#!Z#.#C!!F"R5#.18T&>Q:R!S\!"_P>"S&#B$!"$"C;&* W@7##!""R""0VCV!Z#`)
	Other_Math                         = table(`^"#R;!"##;!##!#AA'<$,#A!!$9"/"B"8%#$!#%!&3#%#2"#$!&'#$!##!#"!""*$&&(L"(#&"""""#"!&#"%"%B!#""#"!*"#'!#C)!$I%""#92#^-!#-!.&(&"#"$(/#"#*9"Z!#">&*"W*"@!2T,J!@"&A!"DCU!#"%#T&" BFU!H%"L$""###!##!$"6"#"!*"@$"&#.","V!"&"("#$!*"F5#P!"P!"\!"P!"\!"P!"\!"P!"\!"P!".#B#AP%&"T!"""##"2"&"#"'#%"%"!""""##")"!#"#&","&"&"#"!0"@!&$"("@!`)
	Other_Uppercase                    = table(`@K(>G:R!ACS#R!'R!'R!`)
	Pattern_Syntax                     = table(`A!<+,;&"#;!$C!,"#"!%"!%%$#8@!#YX'!L!)<#D!"2R)^L!A%JG!?VF"A0^'B,$%P!0#NHS!!#F(! `)
	Pattern_White_Space                = table(`)(3#E#I\'"9"`)
	Prepended_Concatenation_Mark       = table(`@P!*X&#R!A,"Q" [^A"#0`)
	Quotation_Mark                     = table(`B!#%D$#0]Z'.:"HP##J.!$.$BQS!&^%#%[""`)
	Radical                            = table(`@T+R!"P%-J-`)
	Regional_Indicator                 = table(`FO\#R!`)
	Sentence_Terminal                  = table(`A!#-1#JJ!T$$U%#L!!"W'#^!"#$!#F)!#EW!!#W8%"F8#G&!#M&&#[)!#C+!$O%"#">"]%"B""]="*$EO##.7"N-#]G=O("D'#$_+"W""@##Y$!#T$!"Q$"Z'#GS4$"J%#-1#B"UW""^G!(M!&^%"V#&@$$B$"'#1!#Y"!#"!#M#B-"V+"&<J#"Z'$F0#"\'"X""E-"U5"K""JY2"F$#B"!#,T:#GP3IO' `)
	Soft_Dotted                        = table(`I#"E&#Z(?#U!5#A*C##"JH&#T!.#$E$#^$F-#W&!#SY"F]I#"S!"S!"S!"S!"S!"S!"S!"S!"S!"S!"S!"S!"GD"#R)!#;`)
	Terminal_Punctuation               = table(`A!#+"#,!#$_9#)B0#Z!I"#/"$U%#L!!2"#L'!#W!!:@!#F(!#UG!!#M%%*X)"V8.F8#]#!"H""^$$$#H!!$#"[)"C+&O%""$>"]%(_!"]="*$EO##.%#+""$"M-"\G="N($D'(_+"W""@##X$!"T$$@$#1!#Z'ES4$"&J%#+"#,!#$B"##[A!#Q!GD!#H&W)"Y$*E"*Z"&Y=(M!&^%,Q#&@$$B$"'#1!#Y"!&M##B-!"-"G+&$<J#"Z'$F0#"\'"X""%"_,$N!#F4!#K"!#LI!!&ZO1"F$#B"!"+#S:!#GP3HO'&`)
	Unified_Ideograph                  = table(`@@-^[,A"^_H!OP6""#"!#+"#"!##!"WNA"^MS"A!RC('Z-#BH+/@S.@A%TT)&^E(`)
	Variation_Selector                 = table(`K@&$"#QOY!!<QW@:^.`)
	White_Space                        = table(`)(3#E#;#@O%@L"4>"&#P!A]# `)
)

// STerm is another name of Sentence_Terminal.
var STerm = Sentence_Terminal

// Categories are the general categories by abbreviation.
var Categories = map[string]*RangeTable{
	"C":  C,
	"Cc": Cc,
	"Cf": Cf,
	"Cn": Cn,
	"Co": Co,
	"Cs": Cs,
	"L":  L,
	"LC": LC,
	"Ll": Ll,
	"Lm": Lm,
	"Lo": Lo,
	"Lt": Lt,
	"Lu": Lu,
	"M":  M,
	"Mc": Mc,
	"Me": Me,
	"Mn": Mn,
	"N":  N,
	"Nd": Nd,
	"Nl": Nl,
	"No": No,
	"P":  P,
	"Pc": Pc,
	"Pd": Pd,
	"Pe": Pe,
	"Pf": Pf,
	"Pi": Pi,
	"Po": Po,
	"Ps": Ps,
	"S":  S,
	"Sc": Sc,
	"Sk": Sk,
	"Sm": Sm,
	"So": So,
	"Z":  Z,
	"Zl": Zl,
	"Zp": Zp,
	"Zs": Zs,
}

// Scripts are the scripts by name.
var Scripts = map[string]*RangeTable{
	"Adlam":                  Adlam,
	"Ahom":                   Ahom,
	"Anatolian_Hieroglyphs":  Anatolian_Hieroglyphs,
	"Arabic":                 Arabic,
	"Armenian":               Armenian,
	"Avestan":                Avestan,
	"Balinese":               Balinese,
	"Bamum":                  Bamum,
	"Bassa_Vah":              Bassa_Vah,
	"Batak":                  Batak,
	"Bengali":                Bengali,
	"Bhaiksuki":              Bhaiksuki,
	"Bopomofo":               Bopomofo,
	"Brahmi":                 Brahmi,
	"Braille":                Braille,
	"Buginese":               Buginese,
	"Buhid":                  Buhid,
	"Canadian_Aboriginal":    Canadian_Aboriginal,
	"Carian":                 Carian,
	"Caucasian_Albanian":     Caucasian_Albanian,
	"Chakma":                 Chakma,
	"Cham":                   Cham,
	"Cherokee":               Cherokee,
	"Chorasmian":             Chorasmian,
	"Common":                 Common,
	"Coptic":                 Coptic,
	"Cuneiform":              Cuneiform,
	"Cypriot":                Cypriot,
	"Cypro_Minoan":           Cypro_Minoan,
	"Cyrillic":               Cyrillic,
	"Deseret":                Deseret,
	"Devanagari":             Devanagari,
	"Dives_Akuru":            Dives_Akuru,
	"Dogra":                  Dogra,
	"Duployan":               Duployan,
	"Egyptian_Hieroglyphs":   Egyptian_Hieroglyphs,
	"Elbasan":                Elbasan,
	"Elymaic":                Elymaic,
	"Ethiopic":               Ethiopic,
	"Georgian":               Georgian,
	"Glagolitic":             Glagolitic,
	"Gothic":                 Gothic,
	"Grantha":                Grantha,
	"Greek":                  Greek,
	"Gujarati":               Gujarati,
	"Gunjala_Gondi":          Gunjala_Gondi,
	"Gurmukhi":               Gurmukhi,
	"Han":                    Han,
	"Hangul":                 Hangul,
	"Hanifi_Rohingya":        Hanifi_Rohingya,
	"Hanunoo":                Hanunoo,
	"Hatran":                 Hatran,
	"Hebrew":                 Hebrew,
	"Hiragana":               Hiragana,
	"Imperial_Aramaic":       Imperial_Aramaic,
	"Inherited":              Inherited,
	"Inscriptional_Pahlavi":  Inscriptional_Pahlavi,
	"Inscriptional_Parthian": Inscriptional_Parthian,
	"Javanese":               Javanese,
	"Kaithi":                 Kaithi,
	"Kannada":                Kannada,
	"Katakana":               Katakana,
	"Kawi":                   Kawi,
	"Kayah_Li":               Kayah_Li,
	"Kharoshthi":             Kharoshthi,
	"Khitan_Small_Script":    Khitan_Small_Script,
	"Khmer":                  Khmer,
	"Khojki":                 Khojki,
	"Khudawadi":              Khudawadi,
	"Lao":                    Lao,
	"Latin":                  Latin,
	"Lepcha":                 Lepcha,
	"Limbu":                  Limbu,
	"Linear_A":               Linear_A,
	"Linear_B":               Linear_B,
	"Lisu":                   Lisu,
	"Lycian":                 Lycian,
	"Lydian":                 Lydian,
	"Mahajani":               Mahajani,
	"Makasar":                Makasar,
	"Malayalam":              Malayalam,
	"Mandaic":                Mandaic,
	"Manichaean":             Manichaean,
	"Marchen":                Marchen,
	"Masaram_Gondi":          Masaram_Gondi,
	"Medefaidrin":            Medefaidrin,
	"Meetei_Mayek":           Meetei_Mayek,
	"Mende_Kikakui":          Mende_Kikakui,
	"Meroitic_Cursive":       Meroitic_Cursive,
	"Meroitic_Hieroglyphs":   Meroitic_Hieroglyphs,
	"Miao":                   Miao,
	"Modi":                   Modi,
	"Mongolian":              Mongolian,
	"Mro":                    Mro,
	"Multani":                Multani,
	"Myanmar":                Myanmar,
	"Nabataean":              Nabataean,
	"Nag_Mundari":            Nag_Mundari,
	"Nandinagari":            Nandinagari,
	"New_Tai_Lue":            New_Tai_Lue,
	"Newa":                   Newa,
	"Nko":                    Nko,
	"Nushu":                  Nushu,
	"Nyiakeng_Puachue_Hmong": Nyiakeng_Puachue_Hmong,
	"Ogham":                  Ogham,
	"Ol_Chiki":               Ol_Chiki,
	"Old_Hungarian":          Old_Hungarian,
	"Old_Italic":             Old_Italic,
	"Old_North_Arabian":      Old_North_Arabian,
	"Old_Permic":             Old_Permic,
	"Old_Persian":            Old_Persian,
	"Old_Sogdian":            Old_Sogdian,
	"Old_South_Arabian":      Old_South_Arabian,
	"Old_Turkic":             Old_Turkic,
	"Old_Uyghur":             Old_Uyghur,
	"Oriya":                  Oriya,
	"Osage":                  Osage,
	"Osmanya":                Osmanya,
	"Pahawh_Hmong":           Pahawh_Hmong,
	"Palmyrene":              Palmyrene,
	"Pau_Cin_Hau":            Pau_Cin_Hau,
	"Phags_Pa":               Phags_Pa,
	"Phoenician":             Phoenician,
	"Psalter_Pahlavi":        Psalter_Pahlavi,
	"Rejang":                 Rejang,
	"Runic":                  Runic,
	"Samaritan":              Samaritan,
	"Saurashtra":             Saurashtra,
	"Sharada":                Sharada,
	"Shavian":                Shavian,
	"Siddham":                Siddham,
	"SignWriting":            SignWriting,
	"Sinhala":                Sinhala,
	"Sogdian":                Sogdian,
	"Sora_Sompeng":           Sora_Sompeng,
	"Soyombo":                Soyombo,
	"Sundanese":              Sundanese,
	"Syloti_Nagri":           Syloti_Nagri,
	"Syriac":                 Syriac,
	"Tagalog":                Tagalog,
	"Tagbanwa":               Tagbanwa,
	"Tai_Le":                 Tai_Le,
	"Tai_Tham":               Tai_Tham,
	"Tai_Viet":               Tai_Viet,
	"Takri":                  Takri,
	"Tamil":                  Tamil,
	"Tangsa":                 Tangsa,
	"Tangut":                 Tangut,
	"Telugu":                 Telugu,
	"Thaana":                 Thaana,
	"Thai":                   Thai,
	"Tibetan":                Tibetan,
	"Tifinagh":               Tifinagh,
	"Tirhuta":                Tirhuta,
	"Toto":                   Toto,
	"Ugaritic":               Ugaritic,
	"Vai":                    Vai,
	"Vithkuqi":               Vithkuqi,
	"Wancho":                 Wancho,
	"Warang_Citi":            Warang_Citi,
	"Yezidi":                 Yezidi,
	"Yi":                     Yi,
	"Zanabazar_Square":       Zanabazar_Square,
}

// Properties are the properties by name.
var Properties = map[string]*RangeTable{
	"ASCII_Hex_Digit":                    ASCII_Hex_Digit,
	"Bidi_Control":                       Bidi_Control,
	"Dash":                               Dash,
	"Deprecated":                         Deprecated,
	"Diacritic":                          Diacritic,
	"Extender":                           Extender,
	"Hex_Digit":                          Hex_Digit,
	"Hyphen":                             Hyphen,
	"IDS_Binary_Operator":                IDS_Binary_Operator,
	"IDS_Trinary_Operator":               IDS_Trinary_Operator,
	"Ideographic":                        Ideographic,
	"Join_Control":                       Join_Control,
	"Logical_Order_Exception":            Logical_Order_Exception,
	"Noncharacter_Code_Point":            Noncharacter_Code_Point,
	"Other_Alphabetic":                   Other_Alphabetic,
	"Other_Default_Ignorable_Code_Point": Other_Default_Ignorable_Code_Point,
	"Other_Grapheme_Extend":              Other_Grapheme_Extend,
	"Other_ID_Continue":                  Other_ID_Continue,
	"Other_ID_Start":                     Other_ID_Start,
	"Other_Lowercase":                    Other_Lowercase,
	"Other_Math":                         Other_Math,
	"Other_Uppercase":                    Other_Uppercase,
	"Pattern_Syntax":                     Pattern_Syntax,
	"Pattern_White_Space":                Pattern_White_Space,
	"Prepended_Concatenation_Mark":       Prepended_Concatenation_Mark,
	"Quotation_Mark":                     Quotation_Mark,
	"Radical":                            Radical,
	"Regional_Indicator":                 Regional_Indicator,
	"STerm":                              STerm,
	"Sentence_Terminal":                  Sentence_Terminal,
	"Soft_Dotted":                        Soft_Dotted,
	"Terminal_Punctuation":               Terminal_Punctuation,
	"Unified_Ideograph":                  Unified_Ideograph,
	"Variation_Selector":                 Variation_Selector,
	"White_Space":                        White_Space,
}

// FoldCategory has for a category the runes outside of it that fold to runes inside.
var FoldCategory = map[string]*RangeTable{
	"L":  table(`E: `),
	"Ll": table(`A"R!F#L!",B!O!"$%"#/"#O!"!%"$""#"!#"!"#&"""$$""""%"!#"##"!#"!""#"!#$(""""""/"#1"#""#"!""Y!"("""##"!$"'"W'#K!"#$)#'"$"#"!#"!>"0D!#)"5"&##""#D#Q!A!"*W!"!-"#_""#J"JZ"J""#&S6J%[D"T"#$A*U$"*A#"*.)*+.).)*,'").9.).).)(,(,&-(,(J)#$!#'Q"#]S"!\"Q!#"!"#'"!$"##)$"A#")#"%#NJ>"K!"4;"H$-"$]!"+%"!)"%#"##"$5"!&"("/"!$"#'&#"=#LY5!P!FF!N"I$F"]$4"<",""KW!D#N_"^!AL5^!AU>B"`),
	"Lt": table(`D.#"!#"!#"E!#"ML'.).).,#0P! `),
	"Lu": table(`A#R![!#J!!L!"."O!"$%"#/"#M!"#%"!"##"##$&##$"$##"#"##%##$"##$#"&""""""/"!3"#""#$"E!"$1")##!#"%)"!("""#"!#$!%"!#"!&##"!##(##""$*&#+!#G%L!#"$#$!"O!&"Z!""$$"7"!&"%#U!^""A!"*U!"#-"!A#"R!J"JZ"T"#$Y7*CD"0Q'#$1#S#"S$"&#&"]""!.)*+.).)*,'").):S!"-#2!#/!#$I+#V!LU"^""#$!'"'##+C#")#"%#-!H""#&TH>M!"4;"H$-"$]!"+#"#)"%#%""#3",/"%#"'#&"#=]:#=!\$B\4R!NF!N"I$F"\$4"<",""DX!D#N^"^!AL5^!CU>B"`),
	"M":  table(`Y<#@!E@' `),
	"Mn": table(`Y<#@!E@' `),
}

// FoldScript has for a script the runes outside of it that fold to runes inside.
var FoldScript = map[string]*RangeTable{
	"Common":    table(`\<#@!`),
	"Greek":     table(`U%#P4`),
	"Inherited": table(`Y<#@!E@' `),
}

// CategoryAliases returns the abbreviations of long names of categories.
var CategoryAliases = map[string]string{
	"Cased_Letter":          "LC",
	"Close_Punctuation":     "Pe",
	"Combining_Mark":        "M",
	"Connector_Punctuation": "Pc",
	"Control":               "Cc",
	"Currency_Symbol":       "Sc",
	"Dash_Punctuation":      "Pd",
	"Decimal_Number":        "Nd",
	"Enclosing_Mark":        "Me",
	"Final_Punctuation":     "Pf",
	"Format":                "Cf",
	"Initial_Punctuation":   "Pi",
	"Letter":                "L",
	"Letter_Number":         "Nl",
	"Line_Separator":        "Zl",
	"Lowercase_Letter":      "Ll",
	"Mark":                  "M",
	"Math_Symbol":           "Sm",
	"Modifier_Letter":       "Lm",
	"Modifier_Symbol":       "Sk",
	"Nonspacing_Mark":       "Mn",
	"Number":                "N",
	"Open_Punctuation":      "Ps",
	"Other":                 "C",
	"Other_Letter":          "Lo",
	"Other_Number":          "No",
	"Other_Punctuation":     "Po",
	"Other_Symbol":          "So",
	"Paragraph_Separator":   "Zp",
	"Private_Use":           "Co",
	"Punctuation":           "P",
	"Separator":             "Z",
	"Space_Separator":       "Zs",
	"Spacing_Mark":          "Mc",
	"Surrogate":             "Cs",
	"Symbol":                "S",
	"Titlecase_Letter":      "Lt",
	"Unassigned":            "Cn",
	"Uppercase_Letter":      "Lu",
	"cntrl":                 "Cc",
	"digit":                 "Nd",
	"punct":                 "P",
}

const packedCases = `A"9 @" '9A" A"[! NN! NN!+6 @" "& @" "6A" A""&A" A"! R' R'!O!@@@D"@@@D"@@@D"!  O, ! Q. Q.!%@@@D"@@@D"@@@D""/@@@D"@@@D"@@@D""M!@@@D"@@@D"@@@D"!  S' !%@@@D"@@@D"@@@D"! Y2 Y2! F, F,!  D- !#@@@D"@@@D"@@@D"!  \, !!@@@D"@@@D"@@@D"!! Z, !!@@@D"@@@D"@@@D""  ^$ !  T, !  V, !!@@@D"@@@D"@@@D"!  Z, !  ^, ! B& B&!  F- !  B- !!@@@D"@@@D"@@@D"! F* F*"  F- !  J- ! D( D(!  L- !%@@@D"@@@D"@@@D"!  T- !!@@@D"@@@D"@@@D"!  T- #!@@@D"@@@D"@@@D"!  T- !!@@@D"@@@D"@@@D"!! R- !#@@@D"@@@D"@@@D"!  V- !!@@@D"@@@D"@@@D"#!@@@D"@@@D"@@@D"" P# P#%  $"! #" ! % #!  $"! #" ! % #!  $"! #" ! % #!/@@@D"@@@D"@@@D"! _$ _$!1@@@D"@@@D"@@@D""  $"! #" ! % #!!@@@D"@@@D"@@@D"!  C& !  Q# !G!@@@D"@@@D"@@@D"!  E( "1@@@D"@@@D"@@@D"'  VB5 !!@@@D"@@@D"@@@D"!  G* !  PB5 !!^C5 ^C5!!@@@D"@@@D"@@@D"!  G, !  J$ !  N$ !)@@@D"@@@D"@@@D"! ^A5 ^A5! XA5 XA5! \A5 \A5! E- E-! ], ],"![, [," U, U," W, W,! ^TR" ^TR"$ [, [,! VTR" VTR"" _, _," PRR" PRR"! HTR" HTR"" C- C-! G- G-! HTR" HTR"! N_4 N_4! BTR" BTR"# G- G-" Z_4 Z_4! K- K-# M- M-( N^4 N^4# U- U-" FTR" FTR"! U- U-$ TRR" TRR"! U- U-! K$ K$!!S- S-! O$ O$& W- W-+ JQR" JQR"! DQR" DQR"G% H% H%K!#@@@D"@@@D"@@@D"#!@@@D"@@@D"@@@D"$"D( D("  H' '  L" "" J" "  @$ "! ^# "0 @" "( @" ! M" M"!"K" K""0A" A"! _! _!!(A" A"! A$ A$!!_# _#!  0 ! ]# ]#! S# S#$ _" _"! M# M#! 1 1!7@@@D"@@@D"@@@D"! M% M%! A% A%! . .! I' I'!  Y# ! A& A&"!@@@D"@@@D"@@@D"!  / !!@@@D"@@@D"@@@D""" E( !/ @% !? @" !?A" A"!/A% A%!A!@@@D"@@@D"@@@D")U!@@@D"@@@D"@@@D"!  > !-@@@D"@@@D"@@@D"! ? ?!_"@@@D"@@@D"@@@D""E! @# +E!A# A#ZX"E! @F. "  @F. &  @F. #J!@\%  #"@\%  A5O" @]K" !% 0 #%1 1CD" ]F, ]F,! [F, [F,! IF, IF,!!EF, EF,! GF, GF,! YE, YE,! KB, KB,! D\D" D\D"(J! A\% #" A\% Z% H@E" H@E"$ LN' LN'1 PCE" PCE"R#U$@@@D"@@@D"@@@D"& W# W##  _[. "_"@@@D"@@@D"@@@D"!'0 0!' 1 !%0 0#% 1 #'0 0!' 1 !'0 0!' 1 !%0 0#% 1 $ 0 0" 0 0" 0 0" 0 0"  1 "  1 "  1 "  1 !'0 0!' 1 !!T$ T$!#L% L%!!H& H&!!@( @(!!@' @'!!\' \'#'0 0!' 1 !'0 0!' 1 !'0 0!' 1 !!0 0" 2 2%! 1 !! U$ !  3 " KB. KB.% 2 2%# M% !  3 $!0 0'! 1 !! I& %!0 0$ . .#! 1 !! A' !  / ' 2 2%! A( !! ]' !  3 J)  [U. $  _K0 !  MD0 '  X! < Y! Y!2/ @! !/A! A!$!@@@D"@@@D"@@@D"R99 T! !9U! U!WX!O! @# !O!A# A#!!@@@D"@@@D"@@@D"!  O_4 !  MN' !  O^4 ! WB5 WB5! QB5 QB5!%@@@D"@@@D"@@@D"!  YA5 !  [_4 !  _A5 !  ]A5 "!@@@D"@@@D"@@@D""!@@@D"@@@D"@@@D"(! _C5 !C#@@@D"@@@D"@@@D"(#@@@D"@@@D"@@@D"$!@@@D"@@@D"@@@D"-E!AF. AF." AF. AF.& AF. AF.SH>M!@@@D"@@@D"@@@D"3;@@@D"@@@D"@@@D"G$-@@@D"@@@D"@@@D"#]!@@@D"@@@D"@@@D"*#@@@D"@@@D"@@@D"!  I@E" !)@@@D"@@@D"@@@D"$!@@@D"@@@D"@@@D"!  QRR" ##@@@D"@@@D"@@@D"! @# @#"3@@@D"@@@D"@@@D"!  ITR" !  _TR" !  WTR" !  CTR" !  ITR" "  EQR" !  URR" !  KQR" !  @Z! !/@@@D"@@@D"@@@D"!  A# !  GTR" !  QCE" !#@@@D"@@@D"@@@D"&!@@@D"@@@D"@@@D"%#@@@D"@@@D"@@@D"<!@@@D"@@@D"@@@D"]: AZ! AZ!=O"A]K" A]K"B[49 @" '9A" A"FE!G! P" !G!Q" Q"A#C! P" %C!Q" Q"U#* N" ". N" "& N" "! N" "*O" O"".O" O""&O" O""!O" O"DV!R! @$ .R!A$ A$N]"? @" !?A" A"AK5? @" !?A" A"AT>A! D" !A!E" E"`

const packedOrbits = `K#JI((_+L#^T'&KI(K"P)!Q)S$E.#H.#K.G!R/R-B>/P>#U?#Q>!^]'!P?"U%$V>!Q?!C>$U>#FI((T?C!X<^!@D'"AD'*BD'#CD'!DD'(FD'9GD'AA&ED'].[T']*E:H+I=$K"!E&@IA!HD'`

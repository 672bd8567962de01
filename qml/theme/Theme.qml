// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// The one place that names a colour, a size or a duration. Main.qml binds the first properties to the settings.
QtObject {
    id: theme

    property bool dark: false
    property bool reducedMotion: false
    // Lists and messages stand closer.
    property bool compact: false
    // Multiplies type sizes and line heights together.
    property real fontScale: 1

    // Surfaces
    readonly property color surface: dark ? "#16181D" : "#FFFFFF"
    readonly property color surfaceRaised: dark ? "#1D2027" : "#F7F8FA"
    readonly property color surfaceSunken: dark ? "#111317" : "#EEF0F4"
    readonly property color rail: dark ? "#0C0E12" : "#1F2430"
    readonly property color textOnRail: "#C8CFDB"
    readonly property color scrim: dark ? "#8F000000" : "#7A111317"

    // Text
    readonly property color text: dark ? "#E8EAEE" : "#1A1D23"
    readonly property color textMuted: dark ? "#A3ABB8" : "#5B6472"
    readonly property color textFaint: dark ? "#8790A0" : "#656E7C"

    // Meaning
    readonly property color accent: dark ? "#7C9BFF" : "#3B5BDB"
    readonly property color textOnAccent: dark ? "#0E1220" : "#FFFFFF"
    readonly property color accentSoft: dark ? "#222C4A" : "#E7ECFF"
    readonly property color success: dark ? "#51CF66" : "#237032"
    readonly property color warning: dark ? "#FFB84D" : "#8F5600"
    readonly property color danger: dark ? "#FF6B6B" : "#C92A2A"

    // Outlines
    readonly property color line: dark ? "#2A2F39" : "#DDE1E8"
    readonly property color lineStrong: dark ? "#69707E" : "#828A98"
    readonly property color focus: dark ? "#7C9BFF" : "#3B5BDB"

    // Under the pointer or pressed, for filled controls: the fill a step towards the text on it.
    readonly property color accentHover: dark ? Qt.lighter(accent, 1.08) : Qt.darker(accent, 1.12)
    readonly property color accentPressed: dark ? Qt.lighter(accent, 1.16) : Qt.darker(accent, 1.28)
    readonly property color dangerHover: dark ? Qt.lighter(danger, 1.08) : Qt.darker(danger, 1.12)
    readonly property color dangerPressed: dark ? Qt.lighter(danger, 1.16) : Qt.darker(danger, 1.28)

    // Code: keywords, texts, numbers, comments, types
    readonly property color codeKeyword: dark ? "#9DB4FF" : "#2F4AC0"
    readonly property color codeString: dark ? "#7FD991" : "#1E6B2E"
    readonly property color codeNumber: dark ? "#FFC266" : "#8A4B00"
    readonly property color codeComment: textFaint
    readonly property color codeType: dark ? "#D3A6F0" : "#7A3E9D"

    // For rich text, whose colours cannot be bound.
    readonly property string textStyle: `<style>p, li { margin: 0; line-height: ${bodyLine}px; } .h { font-weight: 600; } a { color: ${accent}; } th, td { padding: ${spacingXs}px ${spacingS}px; } th { font-weight: 600; } table { border-collapse: collapse; border: 1px solid ${line}; } ul, ol { margin: 0; } .code { font-family: '${codeFamily}'; font-size: ${captionSize}px; background-color: ${surfaceSunken}; } pre { font-family: '${codeFamily}'; font-size: ${captionSize}px; } .m { color: ${accent}; background-color: ${accentSoft}; text-decoration: none; } .me { color: ${textOnAccent}; background-color: ${accent}; text-decoration: none; } .e { color: ${textFaint}; font-size: ${captionSize}px; }</style>`
    readonly property string codeStyle: `<style>.k { color: ${codeKeyword}; } .s { color: ${codeString}; } .n { color: ${codeNumber}; } .c { color: ${codeComment}; font-style: italic; } .t { color: ${codeType}; }</style>`

    // Spacing
    readonly property int spacingXs: 4
    readonly property int spacingS: 8
    readonly property int spacingM: 12
    readonly property int spacingL: 16
    readonly property int spacingXl: 24

    // Radii and strokes
    readonly property int radius: 6
    readonly property int radiusLarge: 10
    readonly property int radiusFull: 9999
    readonly property int stroke: 1
    readonly property int strokeFocus: 2

    // Type: size and line height
    readonly property int captionSize: Math.round(12 * fontScale)
    readonly property int captionLine: Math.round(16 * fontScale)
    readonly property int bodySize: Math.round(14 * fontScale)
    readonly property int bodyLine: Math.round(20 * fontScale)
    readonly property int headingSize: Math.round(16 * fontScale)
    readonly property int headingLine: Math.round(24 * fontScale)
    readonly property int titleSize: Math.round(20 * fontScale)
    readonly property int titleLine: Math.round(28 * fontScale)
    readonly property string codeFamily: "JetBrains Mono"
    // Where it is missing, the system takes another.
    readonly property string emojiFamily: "Noto Color Emoji"
    readonly property int weightNormal: Font.Normal
    readonly property int weightMedium: Font.Medium
    readonly property int weightStrong: Font.DemiBold

    // Qt sets a fixed line at the top of its box; these paddings centre it there.
    readonly property real captionInset: (captionLine - captionMetrics.height) / 2
    readonly property real bodyInset: (bodyLine - bodyMetrics.height) / 2
    readonly property real headingInset: (headingLine - headingMetrics.height) / 2
    readonly property real titleInset: (titleLine - titleMetrics.height) / 2
    readonly property FontMetrics captionMetrics: FontMetrics { font.pixelSize: theme.captionSize }
    readonly property FontMetrics bodyMetrics: FontMetrics { font.pixelSize: theme.bodySize }
    readonly property FontMetrics headingMetrics: FontMetrics { font.pixelSize: theme.headingSize }
    readonly property FontMetrics titleMetrics: FontMetrics { font.pixelSize: theme.titleSize }

    // Icons and avatars
    readonly property int iconSize: 20
    readonly property int iconSmall: 16
    readonly property int avatarTiny: 20
    readonly property int avatarSmall: 24
    readonly property int avatarMedium: 32
    readonly property int avatarLarge: compact ? 28 : 36
    readonly property int avatarProfile: 64
    readonly property int presenceSize: 12
    readonly property int presenceRing: 2

    // Controls. What holds a line of text grows with it.
    readonly property int controlHeight: Math.round(32 * fontScale)
    readonly property int controlLarge: Math.round(40 * fontScale)
    readonly property int fieldHeight: Math.round(36 * fontScale)
    readonly property int chipHeight: Math.round(28 * fontScale)
    readonly property int tagHeight: Math.round(20 * fontScale)
    readonly property int reactionHeight: Math.round(24 * fontScale)
    readonly property int checkSize: 20
    readonly property int switchWidth: 36
    readonly property int switchHeight: 20
    readonly property int switchKnob: 14
    readonly property int rowHeight: Math.round((compact ? 28 : 32) * fontScale)
    readonly property int rowTall: Math.round(48 * fontScale)
    readonly property int optionRow: Math.round(40 * fontScale)
    readonly property int pillSize: Math.round(20 * fontScale)
    readonly property int scrollBarWidth: 8
    readonly property int tileSize: 40
    readonly property int logoSize: 48
    readonly property int menuWidth: Math.round(240 * fontScale)
    readonly property int minimumButtonWidth: Math.round(64 * fontScale)

    // Columns and panes
    readonly property int railWidth: 64
    readonly property int channelListWidth: 256
    // The list grows with the text, though not so far that little is left for the timeline.
    readonly property real listScale: Math.min(fontScale, 1.5)
    readonly property int channelListMinimum: 200
    readonly property int channelListMaximum: 360
    readonly property int timelineMinimum: 480
    readonly property int timelineWide: 720
    readonly property int panelWidth: 360
    readonly property int panelMinimum: 300
    readonly property int panelMaximum: 560
    readonly property int headerHeight: Math.round(56 * fontScale)
    readonly property int stripHeight: Math.round(32 * fontScale)
    readonly property int typingHeight: Math.round(24 * fontScale)
    readonly property int composerHeight: Math.round(80 * fontScale)
    readonly property real composerShare: 0.4
    readonly property int dayLineHeight: Math.round((compact ? 24 : 32) * fontScale)
    // Above and below a message, and above the first of one author's.
    readonly property int messageGap: compact ? 1 : spacingXs
    readonly property int groupGap: compact ? spacingXs : spacingS
    readonly property int newLineHeight: Math.round(24 * fontScale)
    readonly property int uploadWidth: Math.round(308 * fontScale)
    readonly property int uploadHeight: Math.round(56 * fontScale)
    readonly property int downloadWidth: Math.round(360 * fontScale)
    readonly property int progressHeight: 4
    readonly property int fileWidth: 360
    readonly property int fileHeight: Math.round(56 * fontScale)
    readonly property int pictureWidth: 360
    readonly property int pictureHeight: 240
    readonly property int quoteBar: 4
    readonly property int quoteHeight: Math.round(20 * fontScale)
    readonly property int quoteInset: 208
    readonly property int statusLineHeight: Math.round(20 * fontScale)
    readonly property int welcomeWidth: 432
    readonly property int welcomeHeight: 784
    readonly property int dialogWidth: Math.round(480 * fontScale)
    readonly property int dialogListHeight: 320
    readonly property int pickerWidth: 320
    readonly property int pickerHeight: 240
    readonly property int overlayWidth: 600
    readonly property int overlayTop: 96
    readonly property int overlayField: Math.round(56 * fontScale)
    readonly property int windowWidth: 1200
    readonly property int windowHeight: 800
    readonly property int windowMinimumWidth: 360
    readonly property int windowMinimumHeight: 480
    readonly property int railBarWidth: 4
    readonly property int railBarSelected: 32
    readonly property int railBarUnread: 8
    readonly property int typingDot: 4
    readonly property int emojiCell: 36
    readonly property int emojiSize: 22
    readonly property int emojiColumns: 9
    readonly property int emojiRows: 7
    readonly property int emptyTextWidth: Math.round(320 * fontScale)
    readonly property int toastWidth: 480
    readonly property int settingsNav: Math.round(232 * fontScale)
    readonly property int settingsWidth: 772
    readonly property int settingsBreak: 720
    readonly property int settingRow: Math.round(56 * fontScale)
    readonly property int nameLength: 80

    // Below these widths of the window: the right panel covers the timeline; the list is a drawer; the rail is in the drawer.
    readonly property int breakWide: 1200
    readonly property int breakMedium: 960
    readonly property int breakNarrow: 560

    // Motion, milliseconds
    readonly property int fadeDuration: reducedMotion ? 0 : 120
    readonly property int slideDuration: reducedMotion ? 0 : 180
    readonly property int typingStep: 400
    readonly property int spinDuration: 900
    readonly property int toolTipDelay: 500
    readonly property int patience: 300
}

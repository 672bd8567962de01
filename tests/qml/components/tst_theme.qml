// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import PlexiChat

TestCase {
    id: test

    name: "Theme"

    function init() {
        failOnWarning(/.+/);
    }
    function cleanup() {
        Theme.dark = false;
        Theme.reducedMotion = false;
        Theme.fontScale = 1;
    }

    function luminance(colour) {
        const linear = part => part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    }
    // WCAG 2, contrast ratio
    function contrast(a, b) {
        const light = Math.max(luminance(a), luminance(b));
        const dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    function test_contrast_data() {
        const rows = [];
        for (const dark of [false, true]) {
            for (const surface of ["surface", "surfaceRaised", "surfaceSunken"]) {
                for (const text of ["text", "textMuted", "textFaint", "accent", "success", "warning", "danger"])
                    rows.push({ tag: `${text} on ${surface}, ${dark ? "dark" : "light"}`, dark, over: text, under: surface, least: 4.5 });
                for (const outline of ["lineStrong", "focus"])
                    rows.push({ tag: `${outline} on ${surface}, ${dark ? "dark" : "light"}`, dark, over: outline, under: surface, least: 3 });
            }
            rows.push({ tag: `on accent, ${dark}`, dark, over: "textOnAccent", under: "accent", least: 4.5 });
            rows.push({ tag: `on hovered accent, ${dark}`, dark, over: "textOnAccent", under: "accentHover", least: 4.5 });
            rows.push({ tag: `on pressed accent, ${dark}`, dark, over: "textOnAccent", under: "accentPressed", least: 4.5 });
            rows.push({ tag: `on danger, ${dark}`, dark, over: "textOnAccent", under: "danger", least: 4.5 });
            rows.push({ tag: `selected text, ${dark}`, dark, over: "text", under: "accentSoft", least: 4.5 });
            rows.push({ tag: `selected muted text, ${dark}`, dark, over: "textMuted", under: "accentSoft", least: 4.5 });
            rows.push({ tag: `rail, ${dark}`, dark, over: "textOnRail", under: "rail", least: 4.5 });
        }
        return rows;
    }
    function test_contrast(data) {
        Theme.dark = data.dark;
        const ratio = contrast(Theme[data.over], Theme[data.under]);
        verify(ratio >= data.least, `${ratio.toFixed(2)}:1, wanted ${data.least}:1`);
    }

    function test_schemesDiffer() {
        const light = Theme.surface.toString();
        Theme.dark = true;
        verify(Theme.surface.toString() !== light);
        compare(Theme.surface.toString(), "#16181d");
    }

    function test_reducedMotionEndsMotion() {
        verify(Theme.fadeDuration > 0 && Theme.slideDuration > 0);
        Theme.reducedMotion = true;
        compare(Theme.fadeDuration, 0);
        compare(Theme.slideDuration, 0);
    }

    function test_fontScaleMovesSizesAndLines() {
        Theme.fontScale = 1.5;
        compare(Theme.bodySize, 21);
        compare(Theme.bodyLine, 30);
    }
}

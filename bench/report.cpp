// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include "bench/statistics.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace plexi::bench {

namespace {

/** "median (lowest to highest)"; a dash for nothing. */
std::string spread(const std::vector<double> &values)
{
    if (values.empty())
        return "–";
    if (values.size() == 1)
        return formatted(values.front());
    const auto [lowest, highest] = std::ranges::minmax(values);
    return std::format("{} ({} to {})", formatted(median(values)), formatted(lowest), formatted(highest));
}

/** A dash where the reference used nothing that can be measured. */
std::string ratioText(const Figure &figure)
{
    if (figure.reference.empty())
        return "–";
    const double ratio = figure.ratio();
    return std::isfinite(ratio) ? std::format("{:.2f}", ratio) : "–";
}

} // namespace

double Figure::serverMedian() const
{
    return median(server);
}

double Figure::ratio() const
{
    std::vector<double> ratios;
    ratios.reserve(server.size());
    for (std::size_t i = 0; i < server.size(); ++i)
        ratios.push_back(reference[i] > 0 ? server[i] / reference[i] : NAN);
    return median(ratios);
}

std::string formatted(double value)
{
    if (value < 1'000)
        return std::format("{:.{}f}", value, value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
    std::string digits = std::format("{:.0f}", value);
    for (std::size_t from = digits.size(); from > 3; from -= 3)
        digits.insert(from - 3, ",");
    return digits;
}

std::string Report::markdown(const std::string &introduction) const
{
    std::string text = "# Benchmarks\n\n" + introduction;
    if (!m_bars.empty()) {
        text += "\n## Bars\n\n| what | wanted | measured | |\n|---|---|---|---|\n";
        for (const Bar &bar : m_bars)
            text += std::format("| {} | {} | {} | {} |\n", bar.what, bar.wanted, bar.measured,
                                bar.isMet ? "met" : "missed");
    }
    for (const Section &section : m_sections) {
        text += std::format("\n## {}\n\n{}\n\n", section.title, section.text);
        text += std::format("| figure | {} | reference | which | ratio |\n|---|---:|---:|---|---:|\n", section.subject);
        for (const Figure &figure : section.figures) {
            text += std::format("| {}, {} | {} | {} | {} | {} |\n", figure.name, figure.unit, spread(figure.server),
                                spread(figure.reference), figure.referenceName.empty() ? "–" : figure.referenceName,
                                ratioText(figure));
        }
    }
    return text;
}

} // namespace plexi::bench

// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace plexi::bench {

/** One figure of the server, or the app, beside the same figure of a reference, round by round: `server[i]` and
 *  `reference[i]` were measured one after the other. Without a reference the figure stands alone. */
struct Figure {
    std::string name;
    std::string unit;
    /** What was measured beside it. */
    std::string referenceName = {};
    std::vector<double> server = {};
    std::vector<double> reference = {};

    double serverMedian() const;
    /** The median of the rounds' ratios, server to reference. */
    double ratio() const;
};

struct Section {
    std::string title;
    /** What was done, in sentences. */
    std::string text;
    std::vector<Figure> figures;
    /** What is measured. */
    std::string subject = "plexichat-server";
};

struct Bar {
    std::string what;
    std::string wanted;
    std::string measured;
    bool isMet = false;
};

/** A number with as many digits as it deserves: 12,345 or 12.3 or 0.123. */
std::string formatted(double value);

class Report
{
public:
    void add(Section section) { m_sections.push_back(std::move(section)); }
    void add(Bar bar) { m_bars.push_back(std::move(bar)); }
    /** The whole document; @p introduction goes under the title. */
    std::string markdown(const std::string &introduction) const;

private:
    std::vector<Section> m_sections;
    std::vector<Bar> m_bars;
};

} // namespace plexi::bench

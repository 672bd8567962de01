// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/client_name.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

struct Token {
    QLatin1StringView token;
    QLatin1StringView name;
};

// In this order: browsers name those that they want to pass for too.
constexpr std::array kPrograms{
    Token{"PlexiChat/"_L1, "PlexiChat"_L1}, Token{"Edg/"_L1, "Edge"_L1},          Token{"OPR/"_L1, "Opera"_L1},
    Token{"Firefox/"_L1, "Firefox"_L1},     Token{"Chromium/"_L1, "Chromium"_L1}, Token{"Chrome/"_L1, "Chrome"_L1},
    Token{"Safari/"_L1, "Safari"_L1},       Token{"curl/"_L1, "curl"_L1},
};

constexpr std::array kSystems{
    Token{"Windows"_L1, "Windows"_L1}, Token{"Android"_L1, "Android"_L1}, Token{"iPhone"_L1, "iPhone"_L1},
    Token{"iPad"_L1, "iPad"_L1},       Token{"Mac OS"_L1, "macOS"_L1},    Token{"macOS"_L1, "macOS"_L1},
    Token{"Linux"_L1, "Linux"_L1},
};

template <std::size_t Size>
QString nameIn(const std::array<Token, Size> &tokens, const QString &userAgent)
{
    const auto *const found = std::ranges::find_if(tokens,
                                                   [&](const Token &known) { return userAgent.contains(known.token); });
    return found == tokens.end() ? QString() : QString(found->name);
}

} // namespace

QString clientName(const QString &userAgent)
{
    QString program = nameIn(kPrograms, userAgent);
    // RFC 9110, section 10.1.5: the first product is the most significant one.
    if (program.isEmpty())
        program = userAgent.section(u' ', 0, 0).section(u'/', 0, 0).left(40);
    const QString system = nameIn(kSystems, userAgent);
    if (program.isEmpty())
        return u"Unknown"_s;
    return system.isEmpty() ? program : u"%1 on %2"_s.arg(program, system);
}

} // namespace plexi::services

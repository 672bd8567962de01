// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/app_link.h"
#include "app/profile_paths.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace plexi::app {

CommandLine CommandLine::parse(const QStringList &arguments)
{
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Show this help."_s);
    const QCommandLineOption version(u"version"_s, u"Show the version."_s);
    const QCommandLineOption profile(
        u"profile"_s, u"Use the accounts and settings of this profile. Each profile has a window of its own."_s,
        u"NAME"_s);
    const QCommandLineOption signIn(
        u"sign-in"_s,
        u"Sign in to this server at the start, with the environment variables PLEXICHAT_USERNAME and PLEXICHAT_PASSWORD."_s,
        u"URL"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Chat with your team."_s);
    parser.addOptions({help, version, profile, signIn});
    parser.addPositionalArgument(u"link"_s, u"Go to what this plexichat:// link leads to."_s, u"[LINK]"_s);
    CommandLine line;
    const bool isParsed = parser.parse(arguments);
    const QStringList others = parser.positionalArguments();
    const bool isLink = others.size() == 1 && AppLink::parse(others.first());
    if (!isParsed || (!others.isEmpty() && !isLink)) {
        line.wish = Wish::WrongUsage;
        line.text = isParsed ? u"Unexpected argument '%1'."_s.arg(others.first()) : parser.errorText();
        return line;
    }
    line.link = others.value(0);
    line.profile = parser.value(profile);
    line.signInAddress = parser.value(signIn);
    if (parser.isSet(help)) {
        line.wish = Wish::Help;
        line.text = parser.helpText();
    } else if (parser.isSet(version)) {
        line.wish = Wish::Version;
    } else if (parser.isSet(profile) && !ProfilePaths::isValidName(line.profile)) {
        line.wish = Wish::WrongUsage;
        line.text = u"A profile's name has letters, figures, '.', '_' and '-', at most 64 of them."_s;
    }
    return line;
}

} // namespace plexi::app

// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/options.h"

#include "server/commands/command.h"

using namespace Qt::StringLiterals;

namespace plexi::commands {

namespace {

const Option *find(const std::vector<Option> &known, const QString &name)
{
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Option &option) { return option.name == name; });
    return found == known.end() ? nullptr : &*found;
}

} // namespace

std::unexpected<Error> usageError(const QString &sentence)
{
    return fail({.code = ErrorCode::ValidationError, .message = sentence});
}

Result<Options> Options::parse(const std::vector<Option> &known, const QStringList &arguments)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString name = arguments[i];
        if (name == "--help"_L1 || name == "-h"_L1) {
            options.m_values.insert(u"help"_s, QString());
            continue;
        }
        if (!name.startsWith("--"_L1))
            return usageError(u"'%1' is not an option"_s.arg(name));
        name = name.sliced(2);
        std::optional<QString> value;
        if (const qsizetype equals = name.indexOf(u'='); equals >= 0) {
            value = name.sliced(equals + 1);
            name.truncate(equals);
        }
        const Option *option = find(known, name);
        if (!option)
            return usageError(u"there is no option --%1"_s.arg(name));
        if (options.has(name))
            return usageError(u"--%1 is given twice"_s.arg(name));
        if (option->valueName.isEmpty() && value)
            return usageError(u"--%1 takes no value"_s.arg(name));
        if (!option->valueName.isEmpty() && !value) {
            if (i + 1 == arguments.size())
                return usageError(u"--%1 needs a value: %2"_s.arg(name, option->valueName));
            value = arguments[++i];
        }
        options.m_values.insert(name, value.value_or(QString()));
    }
    for (const Option &option : known) {
        if (option.isRequired && !options.isHelp() && !options.has(option.name))
            return usageError(u"--%1 %2 is missing"_s.arg(option.name, option.valueName));
    }
    return options;
}

void printHelp(const QString &command, const QString &summary, const std::vector<Option> &known)
{
    printLine(stdout, u"Usage: plexichat-server %1 [OPTION…]\n%2\n\nOptions:"_s.arg(command, summary));
    for (const Option &option : known) {
        const QString form = option.valueName.isEmpty() ? option.name : option.name + u' ' + option.valueName;
        printLine(
            stdout,
            u"  --%1 %2%3"_s.arg(form, -22).arg(option.description, option.isRequired ? u" (required)"_s : u""_s));
    }
}

} // namespace plexi::commands

// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace plexi::commands {

/** One `--name VALUE`, or a switch without value where @c valueName is empty. */
struct Option {
    QString name;
    QString valueName;
    QString description;
    bool isRequired = false;
};

/** The options of one command line, each given at most once. */
class Options
{
public:
    /**
     * Fails with ValidationError and one sentence for an unknown or repeated option, a missing value, a missing required
     * option or a stray word. `--help` is always known; then isHelp() is true and nothing is required.
     */
    static Result<Options> parse(const std::vector<Option> &known, const QStringList &arguments);

    bool isHelp() const { return has(QStringLiteral("help")); }
    bool has(const QString &name) const { return m_values.contains(name); }
    QString value(const QString &name, const QString &otherwise = {}) const { return m_values.value(name, otherwise); }

private:
    QHash<QString, QString> m_values;
};

/** What a command line that is used wrongly fails with: ValidationError, with @p sentence. */
std::unexpected<Error> usageError(const QString &sentence);

/** "Usage: plexichat-server COMMAND …" with a line for each option, to standard output. */
void printHelp(const QString &command, const QString &summary, const std::vector<Option> &known);

} // namespace plexi::commands

// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
}

namespace plexi::app {

/** Colours code, by KSyntaxHighlighting. Its definitions are read when the first code is shown. Main thread. */
class Highlighter
{
public:
    /** More is shown plain: nobody reads it in a chat, and it must not hold up the window. Characters. */
    static constexpr qsizetype kMaxLength = 20'000;

    Highlighter();
    ~Highlighter();
    Q_DISABLE_COPY_MOVE(Highlighter)

    struct Code {
        /** One line each after the other, joined by <br>; what is special is in spans of the classes "k" (keyword), "s" (text),
            "n" (number), "c" (comment), "t" (type or function). Blanks are kept by the caller's white-space: pre. */
        QString html;
        /** The language's name for people; empty where it is not known. */
        QString language;
    };
    /** @p language: as it was written after the fence; may be empty. */
    Code highlight(const QString &code, const QString &language);

private:
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace plexi::app

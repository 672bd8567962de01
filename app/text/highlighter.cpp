// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/highlighter.h"

#include "app/text/inline_text.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

using namespace Qt::StringLiterals;
using KSyntaxHighlighting::Definition;
using KSyntaxHighlighting::Format;

namespace plexi::app {

namespace {

char16_t classOf(const Format &format)
{
    using Style = KSyntaxHighlighting::Theme::TextStyle;
    switch (format.textStyle()) {
    case Style::Keyword:
    case Style::ControlFlow:
    case Style::Import:
    case Style::Preprocessor:
        return u'k';
    case Style::String:
    case Style::Char:
    case Style::SpecialString:
    case Style::VerbatimString:
    case Style::SpecialChar:
        return u's';
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant:
        return u'n';
    case Style::Comment:
    case Style::Documentation:
    case Style::Annotation:
    case Style::CommentVar:
        return u'c';
    case Style::DataType:
    case Style::Function:
    case Style::BuiltIn:
    case Style::Attribute:
    case Style::Extension:
        return u't';
    default:
        return u'\0';
    }
}

/** Writes each line's spans as they are found. */
class HtmlWriter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit HtmlWriter(const Definition &definition) { setDefinition(definition); }

    QString write(const QString &code)
    {
        KSyntaxHighlighting::State state;
        bool isFirst = true;
        for (const QStringView line : QStringView(code).split(u'\n')) {
            if (!std::exchange(isFirst, false))
                m_html += "<br>"_L1;
            m_line = line;
            state = highlightLine(line, state);
        }
        return std::exchange(m_html, {});
    }

protected:
    void applyFormat(int offset, int length, const Format &format) override
    {
        const QString text = escaped(m_line.sliced(offset, length));
        const char16_t kind = classOf(format);
        m_html += kind == u'\0' ? text : u"<span class=\"%1\">%2</span>"_s.arg(QChar(kind), text);
    }

private:
    QStringView m_line;
    QString m_html;
};

QString plain(const QString &code)
{
    return escaped(code).replace(u'\n', "<br>"_L1);
}

} // namespace

Highlighter::Highlighter() = default;
Highlighter::~Highlighter() = default;

Highlighter::Code Highlighter::highlight(const QString &code, const QString &language)
{
    const QString name = language.section(u' ', 0, 0).trimmed();
    if (name.isEmpty() || code.size() > kMaxLength)
        return {.html = plain(code), .language = name};
    if (!m_repository)
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
    Definition definition = m_repository->definitionForName(name);
    // People write what files are called by: "py", "js", "sh".
    if (!definition.isValid())
        definition = m_repository->definitionForFileName(u"x."_s + name);
    if (!definition.isValid())
        return {.html = plain(code), .language = name};
    return {.html = HtmlWriter(definition).write(code), .language = definition.translatedName()};
}

} // namespace plexi::app

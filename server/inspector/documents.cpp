// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/documents.h"

#include "server/inspector/examination.h"
#include "server/inspector/texts.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>

using namespace Qt::StringLiterals;

namespace plexi::inspector {

namespace {

constexpr int kMaxTextPages = 500;

/** The first page on white, as large as the large picture is. */
QImage firstPage(QPdfDocument &document)
{
    const QSizeF points = document.pagePointSize(0);
    if (points.isEmpty())
        return {};
    const QSize size = points.scaled(kLargeSide, kLargeSide, Qt::KeepAspectRatio).toSize().expandedTo(QSize(1, 1));
    const QImage page = document.render(0, size);
    if (page.isNull())
        return {};
    QImage paper(page.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(QPoint(), page);
    return paper;
}

} // namespace

void loadDocuments()
{
    // With a word and a picture of it: the library loads its parts when they are first needed.
    static constexpr auto kDocument =
        "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
        "/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj 4 0 obj<</Length 26>>stream\nBT/F 9 Tf 9 9 Td(a)Tj ET\n"
        "endstream endobj trailer<</Root 1 0 R>>";
    (void)examineDocument(kDocument);
}

bool isDocument(const QByteArray &bytes)
{
    // The specification allows some bytes before it, and programs leave some.
    return QByteArrayView(bytes).first(std::min(bytes.size(), kHead)).contains("%PDF-");
}

Result<DocumentFacts> examineDocument(const QByteArray &bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready)
        return fail(Error::validation(u"file"_s, u"The document cannot be read"_s));
    DocumentFacts facts{
        .pages = document.pageCount(),
        .title = document.metaData(QPdfDocument::MetaDataField::Title).toString().trimmed(),
        .author = document.metaData(QPdfDocument::MetaDataField::Author).toString().trimmed(),
    };
    for (int page = 0; page < std::min(facts.pages, kMaxTextPages) && facts.text.size() < kMaxText; ++page)
        facts.text += document.getAllText(page).text() + u'\n';
    if (const QImage page = firstPage(document); !page.isNull()) {
        if (auto small = shownPicture(page, kSmallSide))
            facts.small = std::move(*small);
        if (auto large = shownPicture(page, kLargeSide))
            facts.large = std::move(*large);
    }
    return facts;
}

} // namespace plexi::inspector

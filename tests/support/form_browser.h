// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QUrl>
#include <QUrlQuery>

namespace plexi::test {

/** A browser without a picture: it keeps cookies, follows redirects and fills in forms. Spins the event loop to wait. */
class FormBrowser
{
public:
    struct Page {
        QUrl url;
        int status = 0;
        QByteArray body;
        /** Addresses that it was sent to on the way. */
        QList<QUrl> redirects;
    };

    Page open(const QUrl &url) { return request(url, {}); }
    /** Sends the page's one form with its hidden fields and @p fields. */
    Page submit(const Page &page, QUrlQuery fields = {});

private:
    /** A POST where @p form is not empty. */
    Page request(const QUrl &url, const QByteArray &form);

    QNetworkAccessManager m_manager;
};

} // namespace plexi::test

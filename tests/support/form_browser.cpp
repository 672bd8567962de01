// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/form_browser.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

FormBrowser::Page FormBrowser::request(const QUrl &url, const QByteArray &form)
{
    constexpr int kMaxHops = 20;
    Page page;
    page.url = url;
    QByteArray body = form;
    for (int hop = 0; hop < kMaxHops; ++hop) {
        QNetworkRequest request(page.url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded"_ba);
        const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? m_manager.get(request)
                                                                  : m_manager.post(request, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20'000))
            return page;
        page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        page.body = reply->readAll();
        const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (target.isEmpty())
            break;
        page.url = page.url.resolved(target);
        page.redirects.append(page.url);
        body.clear();
    }
    return page;
}

FormBrowser::Page FormBrowser::submit(const Page &page, QUrlQuery fields)
{
    static const QRegularExpression action(uR"re(<form[^>]*\baction="([^"]*)")re"_s);
    static const QRegularExpression hidden(uR"re(<input type="hidden" name="([^"]*)" value="([^"]*)")re"_s);
    const QString html = QString::fromUtf8(page.body);
    for (const QRegularExpressionMatch &match : hidden.globalMatch(html))
        fields.addQueryItem(match.captured(1), match.captured(2));
    const QUrl target = page.url.resolved(QUrl(action.match(html).captured(1)));
    return request(target, fields.toString(QUrl::FullyEncoded).toLatin1());
}

} // namespace plexi::test

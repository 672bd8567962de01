// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/server_image_provider.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi {

namespace {

/** Megabytes that decoding one picture may take. */
constexpr int kAllocationLimit = 64;

QImage decoded(QByteArray bytes, const QSize &wanted)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    QImageReader::setAllocationLimit(kAllocationLimit);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && wanted.width() > 0 && wanted.height() > 0
        && (size.width() > wanted.width() || size.height() > wanted.height()))
        reader.setScaledSize(size.scaled(wanted, Qt::KeepAspectRatioByExpanding));
    return reader.read();
}

/** A disc of a picture's middle. */
QImage rounded(const QImage &picture)
{
    const int side = std::min(picture.width(), picture.height());
    QImage disc(side, side, QImage::Format_ARGB32_Premultiplied);
    disc.fill(Qt::transparent);
    if (side == 0)
        return disc;
    QPainter painter(&disc);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QBrush brush(picture);
    brush.setTransform(QTransform::fromTranslate((side - picture.width()) / 2.0, (side - picture.height()) / 2.0));
    painter.setBrush(brush);
    painter.drawEllipse(0, 0, side, side);
    return disc;
}

class Response : public QQuickImageResponse
{
public:
    Response(const QSize &wanted, bool isRound) : m_wanted(wanted), m_isRound(isRound) { }

    QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }

    QString errorString() const override { return m_image.isNull() ? u"There is no such picture"_s : QString(); }

    /** On the thread that this lives on. */
    void finish(const QByteArray &bytes)
    {
        m_image = decoded(bytes, m_wanted);
        if (m_isRound && !m_image.isNull())
            m_image = rounded(m_image);
        emit finished();
    }

private:
    QSize m_wanted;
    bool m_isRound;
    QImage m_image;
};

} // namespace

QQuickImageResponse *ServerImageProvider::requestImageResponse(const QString &id, const QSize &requestedSize)
{
    const QString account = id.section(u'/', 0, 0);
    const QString name = id.section(u'/', 1);
    auto *response = new Response(requestedSize, name.startsWith("person/"_L1));
    const QPointer<Response> guard(response);
    // It is deleted once it has finished, and not before.
    const auto finish = [guard](const QByteArray &bytes) {
        if (guard)
            QMetaObject::invokeMethod(guard.data(), [guard, bytes] { guard->finish(bytes); }, Qt::QueuedConnection);
    };
    app::Application *application = m_application;
    QMetaObject::invokeMethod(
        application,
        [application, account, name, finish] {
            if (app::Session *session = application->accounts()->withPictures(account))
                session->images().take(name, finish);
            else
                finish({});
        },
        Qt::QueuedConnection);
    return response;
}

} // namespace plexi

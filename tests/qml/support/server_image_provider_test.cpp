// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of two servers on which everybody and everything has the same numbers.
#include "qml/support/server_image_provider.h"

#include "tests/app/support/fake_server.h"

#include <QBuffer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

namespace {

QByteArray encoded(Qt::GlobalColor colour, const QSize &size = QSize(40, 40))
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class ServerImageProviderTest : public QObject
{
    Q_OBJECT

    /** A server with ann, and a file that has a picture. */
    struct Place {
        explicit Place(Qt::GlobalColor colour)
        {
            server.world.user(ann).avatarUrl = u"/avatar?v=1"_s;
            server.pictures = {{u"files/file_1/thumbnail"_s, encoded(colour)},
                               {u"users/%1/avatar"_s.arg(ann.toString()), encoded(colour)}};
        }

        test::FakeServer server;
        UserId ann = server.world.addUser(u"ann"_s, u"Ann"_s);
        ChannelId general = server.world.addChannel(u"general"_s, protocol::ChannelType::Public, {ann});
    };

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Place> m_red;
    std::unique_ptr<Place> m_blue;
    std::unique_ptr<Application> m_app;

    void signIn(const Place &place)
    {
        WelcomeController *welcome = m_app->welcome();
        welcome->connectTo(place.server.url().toString());
        QTRY_COMPARE(welcome->step(), WelcomeController::SignIn);
        welcome->signIn(u"ann"_s, u"secret"_s, false);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QTRY_COMPARE(m_app->session()->channelsState(), Session::Ready);
    }

    /** As an Image asks for it. */
    QImage image(const QString &address)
    {
        const QString prefix = u"image://server/"_s;
        if (!address.startsWith(prefix))
            return {};
        ServerImageProvider provider(m_app.get());
        QQuickImageResponse *response = provider.requestImageResponse(address.sliced(prefix.size()), {});
        const QSignalSpy finished(response, &QQuickImageResponse::finished);
        const bool isThere = QTest::qWaitFor([&finished] { return !finished.isEmpty(); });
        const std::unique_ptr<QQuickTextureFactory> factory(isThere ? response->textureFactory() : nullptr);
        response->deleteLater();
        return factory ? factory->image() : QImage();
    }

    static QColor middle(const QImage &picture)
    {
        return picture.isNull() ? QColor() : picture.pixelColor(picture.width() / 2, picture.height() / 2);
    }

private slots:
    void init()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        m_folder = std::make_unique<QTemporaryDir>();
        m_red = std::make_unique<Place>(Qt::red);
        m_blue = std::make_unique<Place>(Qt::blue);
        m_app = std::make_unique<Application>(ProfilePaths{.profile = u"test"_s,
                                                           .configDirectory = m_folder->filePath(u"config"_s),
                                                           .dataDirectory = m_folder->filePath(u"data"_s)});
    }

    void cleanup()
    {
        m_app.reset();
        m_red.reset();
        m_blue.reset();
    }

    void showsEachAccountItsOwn()
    {
        QCOMPARE(m_red->ann, m_blue->ann);
        signIn(*m_red);
        m_app->addAccount();
        signIn(*m_blue);
        Session *red = m_app->accounts()->sessionAt(0);
        Session *blue = m_app->accounts()->sessionAt(1);
        QVERIFY(red->images().address() != blue->images().address());
        QTRY_VERIFY(!red->avatar().isEmpty() && !blue->avatar().isEmpty());
        // Whichever is shown.
        for (const int row : {0, 1}) {
            m_app->showAccount(row);
            QCOMPARE(middle(image(red->images().address() + u"file/file_1"_s)), QColor(Qt::red));
            QCOMPARE(middle(image(blue->images().address() + u"file/file_1"_s)), QColor(Qt::blue));
            QCOMPARE(middle(image(red->avatar())), QColor(Qt::red));
            QCOMPARE(middle(image(blue->avatar())), QColor(Qt::blue));
        }
        // People's are discs.
        QCOMPARE(image(red->avatar()).pixelColor(0, 0).alpha(), 0);
    }

    void showsNothingOfWhoIsNotThere()
    {
        signIn(*m_red);
        const QString address = m_app->session()->images().address();
        QVERIFY(image(address + u"file/file_2"_s).isNull());
        QVERIFY(image(u"image://server/0123456789abcdef/file/file_1"_s).isNull());
        m_app->session()->signOut();
        QTRY_COMPARE(m_app->page(), Application::Welcome);
        QVERIFY(image(address + u"file/file_1"_s).isNull());
    }
};

QTEST_MAIN(ServerImageProviderTest)
#include "server_image_provider_test.moc"

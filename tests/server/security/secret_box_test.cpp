// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/secret_box.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::security;

class SecretBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void opensWhatItSealed()
    {
        const SecretBox box(*KeyRing::loadOrCreate(m_folder.filePath(u"a.key"_s)));
        for (const QByteArray &secret :
             {QByteArray(), QByteArray("a:secret\0with a zero", 20), QByteArray(5000, 'x')}) {
            const QByteArray sealed = box.seal(secret, "totp user_1");
            QVERIFY(secret.isEmpty() || !sealed.contains(secret));
            QCOMPARE(box.open(sealed, "totp user_1"), std::optional(secret));
        }
        QVERIFY(box.seal("same", "c") != box.seal("same", "c"));
    }

    void refusesWhatWasTouched()
    {
        const SecretBox box(*KeyRing::loadOrCreate(m_folder.filePath(u"a.key"_s)));
        const QByteArray sealed = box.seal("secret", "totp user_1");
        QVERIFY(!box.open(sealed, "totp user_2"));
        QVERIFY(!box.open(QByteArray(), "totp user_1"));
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray bent = sealed;
            bent[i] = static_cast<char>(bent[i] ^ 1);
            QVERIFY2(!box.open(bent, "totp user_1"), qPrintable(QString::number(i)));
            QVERIFY(!box.open(sealed.first(i), "totp user_1"));
        }
        const SecretBox other(*KeyRing::loadOrCreate(m_folder.filePath(u"b.key"_s)));
        QVERIFY(!other.open(sealed, "totp user_1"));
    }

    /** A new first key seals; what was sealed under the old one still opens. */
    void survivesARotation()
    {
        const QString path = m_folder.filePath(u"rotated.key"_s);
        const QByteArray sealed = SecretBox(*KeyRing::loadOrCreate(path)).seal("secret", "c");
        QFile file(path);
        QVERIFY(file.open(QFile::ReadWrite));
        const QByteArray lines = "new " + QByteArray(32, 'n').toBase64(QByteArray::Base64UrlEncoding) + '\n'
            + file.readAll();
        QVERIFY(file.seek(0));
        QCOMPARE(file.write(lines), lines.size());
        file.close();
        const SecretBox rotated(*KeyRing::loadOrCreate(path));
        QCOMPARE(rotated.open(sealed, "c"), std::optional(QByteArray("secret")));
        QVERIFY(rotated.seal("secret", "c").startsWith("new:"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SecretBoxTest)
#include "secret_box_test.moc"

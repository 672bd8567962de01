// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/file.h"

#include <QMetaType>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** A file as a message and a list show it. */
struct FileCard {
    Q_GADGET
    QML_VALUE_TYPE(fileCard)
    /** Empty while it is not on the server. */
    Q_PROPERTY(QString fileId MEMBER fileId CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    /** "PDF · 12 pages · 1.8 MB", "MP4 · 1:05 · 1.8 MB". */
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL)
    Q_PROPERTY(QString iconName MEMBER iconName CONSTANT FINAL)
    /** The server has a small picture of it. */
    Q_PROPERTY(bool pictured MEMBER hasPicture CONSTANT FINAL)
    /** The addresses of that one and of a larger one, for an Image; empty where there is none. */
    Q_PROPERTY(QString picture MEMBER picture CONSTANT FINAL)
    Q_PROPERTY(QString largePicture MEMBER largePicture CONSTANT FINAL)
    /** Of the picture, in pixels; 0 where it is not known. */
    Q_PROPERTY(int pictureWidth MEMBER width CONSTANT FINAL)
    Q_PROPERTY(int pictureHeight MEMBER height CONSTANT FINAL)
    /** A virus was found in it: nobody gets it. */
    Q_PROPERTY(bool infected MEMBER isInfected CONSTANT FINAL)

public:
    /** @p pictures: as People::pictures() has it. */
    static FileCard of(const protocol::File &file, const QString &pictures);
    /** The MIME type of files of this name. */
    static QString typeOf(const QString &name);
    /** The outline icon for files of this MIME type. */
    static QString iconFor(const QString &contentType);
    /** "1.8 MB", as the system's language writes it. */
    static QString sizeText(qint64 bytes);

    QString fileId;
    QString name;
    QString detail;
    QString iconName;
    bool hasPicture = false;
    QString picture;
    QString largePicture;
    int width = 0;
    int height = 0;
    bool isInfected = false;

    friend bool operator==(const FileCard &, const FileCard &) = default;
};

} // namespace plexi::app

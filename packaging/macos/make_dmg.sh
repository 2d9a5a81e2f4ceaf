#!/bin/sh
# Makes a disk image of dist/ABC Studio.app, signed and notarized where the names are given:
#
#   SIGN_IDENTITY    "Developer ID Application: ..." of the keychain; without it the app is signed
#                    for this machine only, and others have to allow it by a right click, Open
#   NOTARY_PROFILE   a profile of `xcrun notarytool store-credentials`
set -eu
cd "$(dirname "$0")/../.."
version=${1:?the version, such as 0.2.0}
app="dist/ABC Studio.app"
image="dist/abcstudio-$version.dmg"

# A time stamp comes from the network, and only for a person who is known.
stamp=--timestamp=none
[ -n "${SIGN_IDENTITY:-}" ] && stamp=--timestamp
codesign --force --deep --options runtime "$stamp" \
    --entitlements packaging/macos/entitlements.plist --sign "${SIGN_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -quiet -volname "ABC Studio" -srcfolder "$folder" -format ULFO "$image"

if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
